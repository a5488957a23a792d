/** Makes the join form shorter where it can: a scanned QR needs no code, and a name can be tapped. Nothing depends on it. */
const form = document.querySelector<HTMLFormElement>("form.form");
const secret = new URLSearchParams(location.hash.slice(1)).get("s");

if (form && secret) useSecret(form, secret);
if (form) offerNames(form);

/** The secret stands in the fragment, which no server log sees; it leaves the address bar at once. */
function useSecret(form: HTMLFormElement, secret: string): void {
  const field = form.elements.namedItem("secret") as HTMLInputElement;
  field.value = secret;
  form.querySelector("[data-code]")?.setAttribute("hidden", "");
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-keep-fragment]")) link.hash = location.hash;
  history.replaceState(null, "", location.pathname + location.search);
}

function offerNames(form: HTMLFormElement): void {
  const field = form.elements.namedItem("name") as HTMLInputElement;
  const list = document.createElement("div");
  list.className = "suggestions";
  for (const { value } of document.querySelectorAll<HTMLOptionElement>("#names option")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = value;
    button.addEventListener("click", () => {
      field.value = value;
    });
    list.append(button);
  }
  field.removeAttribute("list");
  field.after(list);
}
