/** *Escape* puts away the topmost thing that was opened: a drawer, a panel beside, a layer on the stage. */
import type { Desk } from "./desk";
import { GROUP, NOW } from "./layers";

export function putAway(desk: Desk): boolean {
  if (desk.menuOpen.value) return false;
  if (desk.drawer.value) desk.drawer.value = null;
  else if (desk.side.value.show !== "group") desk.side.value = GROUP;
  else if (desk.stage.value.show !== "now") desk.stage.value = NOW;
  else return false;
  return true;
}

/** Not while somebody writes: what they wrote would be put away with the field. */
export function followEscape(desk: Desk): () => void {
  const press = (event: KeyboardEvent) => {
    const writing = event.target instanceof Element && event.target.closest("input, textarea, select");
    if (event.key === "Escape" && !writing && putAway(desk)) event.preventDefault();
  };
  document.addEventListener("keydown", press);
  return () => document.removeEventListener("keydown", press);
}
