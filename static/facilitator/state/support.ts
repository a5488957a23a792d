/** Support calls, the oldest unseen first: they come before everything else on the tablet. */
import type { CallShape } from "../../protocol";

export type Calls = {
  /** Unseen for a minute: this one takes over the stage. */
  grown: CallShape | null;
  unseen: CallShape[];
  seen: CallShape[];
};

export function sortedCalls(calls: CallShape[]): Calls {
  const oldest = [...calls].sort((a, b) => a.at - b.at);
  const unseen = oldest.filter(({ seen }) => !seen);
  return { grown: unseen.find(({ grown }) => grown) ?? null, unseen, seen: oldest.filter(({ seen }) => seen) };
}
