/** A link that works once holds its secret in the fragment: it goes into the form and leaves the address bar at once. */
const form = document.querySelector<HTMLFormElement>("form[data-takes-fragment]");
const secret = location.hash.slice(1);

if (form && secret) {
  history.replaceState(null, "", location.pathname + location.search);
  (form.elements.namedItem("link") as HTMLInputElement).value = secret;
  form.requestSubmit();
}
