/** A link that works once holds its secret in the fragment: it goes into the form and leaves the address bar at once. */
const waiting = document.querySelector<HTMLFormElement>("form[data-takes-fragment]");
const fragment = location.hash.slice(1);

if (waiting && fragment) {
  history.replaceState(null, "", location.pathname + location.search);
  (waiting.elements.namedItem("link") as HTMLInputElement).value = fragment;
  waiting.requestSubmit();
}
