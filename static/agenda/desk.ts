/** What the editor holds: the plan as it is changed, what was last taken out, what is told aloud. */
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Say } from "../lib/words";
import { type Card, MOST_BLOCKS, type Plan, type Row } from "./plan";
import type { Saving } from "./saving";

export type Taken = { row: Row; place: number };

export type Desk = {
  say: Say;
  saving: Saving;
  library: readonly Card[];
  plan: Signal<Plan>;
  taken: Signal<Taken | null>;
  /** Said to screen readers. */
  told: Signal<string>;
  full: ReadonlySignal<boolean>;
  change(blocks: readonly Row[]): void;
};

export function makeDesk(plan: Plan, library: readonly Card[], saving: Saving, say: Say): Desk {
  const now = signal(plan);
  return {
    say,
    saving,
    library,
    plan: now,
    taken: signal(null),
    told: signal(""),
    full: computed(() => now.value.blocks.length >= MOST_BLOCKS),
    change(blocks) {
      now.value = { ...now.value, blocks };
      saving.soon(now.value);
    },
  };
}

/** A short random name for a new row. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
