/** Makes the join form shorter where it can: a scanned QR needs no code, and a name can be tapped. Nothing depends on it. */
const form = document.querySelector<HTMLFormElement>("form.form");

if (form) {
  takeFromAddress(form);
  if (field(form, "link").value) leaveOut(form, "code", "name");
  else if (field(form, "secret").value) leaveOut(form, "code");
  offerNames(form);
  window.addEventListener("load", () => fetchSoon(form.dataset.soon?.match(/\S+/g) ?? []));
}

/** `#s=` is the QR of the room, `#l=` that of one seat. No server log sees a fragment; it leaves the address bar at once. */
function takeFromAddress(form: HTMLFormElement): void {
  const found = new URLSearchParams(location.hash.slice(1));
  for (const [key, name] of [
    ["s", "secret"],
    ["l", "link"],
  ] as const) {
    const value = found.get(key);
    if (value) field(form, name).value = value;
  }
  if (!location.hash) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-keep-fragment]")) link.hash = location.hash;
  history.replaceState(null, "", location.pathname + location.search);
}

function leaveOut(form: HTMLFormElement, ...names: string[]): void {
  for (const name of names) {
    form.querySelector(`[data-field="${name}"]`)?.setAttribute("hidden", "");
    field(form, name).required = false;
  }
}

function offerNames(form: HTMLFormElement): void {
  const name = field(form, "name");
  const list = document.createElement("div");
  list.className = "suggestions";
  for (const { value } of document.querySelectorAll<HTMLOptionElement>("#names option")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = value;
    button.addEventListener("click", () => {
      name.value = value;
    });
    list.append(button);
  }
  name.removeAttribute("list");
  name.after(list);
}

/** What the group page needs comes while someone types a name, and never before the form can be used. */
function fetchSoon(addresses: string[]): void {
  for (const address of addresses) {
    const link = document.createElement("link");
    link.rel = "prefetch";
    link.href = address;
    document.head.append(link);
  }
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}
