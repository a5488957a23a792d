/** Puts away what the group has left behind, so that nobody reads an old step for the new one. */
import { effect } from "@preact/signals";
import type { Desk } from "./desk";
import { followsTheGroup, NOW } from "./layers";

export function follow(desk: Desk): () => void {
  let before = desk.link.view.peek()?.step ?? null;
  return effect(() => {
    const step = desk.link.view.value?.step ?? null;
    if (step === before) return;
    before = step;
    if (followsTheGroup(desk.stage.peek())) desk.stage.value = NOW;
  });
}
