/** The ring that breathes, and what it says. For the ear the pace is said once; words that change are for the eye. */
import { useRef } from "preact/hooks";
import { Ring } from "../../lib/ring";
import { useStillness } from "../../lib/stillness";
import type { Say } from "../../lib/words";
import { counted, type Moment, type Pace, PHASES } from "./pace";
import { useMoment, useRing } from "./ring";

interface Props {
  pace: Pace;
  breathing: boolean;
  /** True where each breath out has a number. */
  counting: boolean;
  say: Say;
  /** Said while nothing moves. */
  rest: string;
}

export function Breath({ pace, breathing, counting, say, rest }: Props) {
  const ring = useRef<HTMLDivElement>(null);
  const still = useStillness();
  useRing(ring, pace, breathing);
  const moment = useMoment(pace, breathing);
  const number = useCount(moment);
  return (
    <>
      <div class="breath-place">
        <div class={breathing && !still ? "breath" : "breath at-rest"} ref={ring}>
          <Ring />
        </div>
        {counting && number !== null && (
          <span class="breath-count numbers" aria-hidden="true">
            {number}
          </span>
        )}
      </div>
      <p class="breath-says numbers" role="timer" aria-live="off">
        {moment ? say(moment.phase) : rest || spoken(pace, say)}
        {moment && still && <b> {moment.second}</b>}
      </p>
    </>
  );
}

/** The number of this breath since somebody began here; null while nobody breathes. */
function useCount(moment: Moment | null): number | null {
  const first = useRef<number | null>(null);
  if (moment === null) first.current = null;
  else first.current ??= moment.breath;
  return moment && first.current !== null ? counted(moment, first.current) : null;
}

export function spoken(pace: Pace, say: Say): string {
  const phases = PHASES.filter((phase) => pace[phase] > 0);
  return phases.map((phase) => say(`${phase}.seconds`, { seconds: pace[phase] })).join(" · ");
}
