/** Fetches the code of what the next step asks while this one is led, so that nobody waits when it opens. */
import { computed, effect } from "@preact/signals";
import { loadKind } from "../lib/kinds";
import type { PlanView } from "../protocol";
import type { Desk } from "./desk";
import { placeOf } from "./state/agenda";

/** The kind that the next step asks for, of the first step before the group has begun; empty where it asks for none. */
export function soon(plan: PlanView | null, step: string | null): string {
  const next = step ? placeOf(plan, step)?.next : plan?.blocks.flatMap(({ steps }) => steps)[0];
  return String(next?.activity?.kind ?? "");
}

export function fetchAhead(desk: Desk, fetch: (kind: string) => Promise<unknown> = loadKind): () => void {
  const kind = computed(() => {
    const view = desk.link.view.value;
    return view ? soon(desk.link.plan.value, view.step) : "";
  });
  return effect(() => {
    // What does not come now is asked for again when it is needed.
    if (kind.value) void fetch(kind.value).catch(() => undefined);
  });
}
