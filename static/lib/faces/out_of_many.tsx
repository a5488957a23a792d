/** What a tablet says before, or instead of, a summary: nothing yet, too few. Else how many, and the chart. */
import type { ComponentChild } from "preact";
import type { Say } from "../words";

export interface Counted {
  n?: number;
  too_few?: boolean;
}

interface Props<Tally extends Counted> {
  tally: Tally | null;
  say: Say;
  children(tally: Tally): ComponentChild;
}

export function OutOfMany<Tally extends Counted>({ tally, say, children }: Props<Tally>) {
  if (!tally || tally.n === 0) return <p class="hint">{say("nothing_yet")}</p>;
  if (tally.too_few) return <p class="hint">{say("too_few")}</p>;
  return <div class="face">{children(tally)}</div>;
}
