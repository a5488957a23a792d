/** The group's wave: an average where there are enough, else three bands and words. It never says how many differed. */
import type { Say } from "../../lib/words";
import { WaveChart } from "./chart";
import { clock, momentsOf, type Timed, type Wave } from "./wave";

type Words = "most_low" | "most_middle" | "most_high" | "spread";

export interface SurfTally {
  n?: number;
  curve?: (number | Words | null)[];
  fell?: "most" | "fewer";
  too_few?: boolean;
}

const BANDS = { most_high: 8.5, most_middle: 5, most_low: 1.5 } as const;
const NUMBERS = [10, 5, 0].map((at) => ({ at, says: String(at) }));

interface Props {
  timed: Timed;
  tally: SurfTally;
  say: Say;
}

export function GroupWave({ timed, tally, say }: Props) {
  const { n, curve = [], fell } = tally;
  const wave: Wave = curve.map((told) => (typeof told === "string" ? (told === "spread" ? null : BANDS[told]) : told));
  const thirds = n === undefined;
  const bands = Object.entries(BANDS).map(([words, at]) => ({ at, says: say(`band.${words}`) }));
  return (
    <div class="surf-group">
      <p class="surf-says numbers">{n === undefined ? startAndEnd(curve, say) : say("n", { count: n })}</p>
      <WaveChart
        timed={timed}
        wave={wave}
        marks={thirds ? bands : NUMBERS}
        label={spoken(timed, curve, say)}
        thirds={thirds}
      />
      {fell === "most" && <p>{say("fell")}</p>}
    </div>
  );
}

/** What the curve says at its first and its last moment, where these say anything. */
function startAndEnd(curve: SurfTally["curve"], say: Say): string {
  const [first, last] = [curve?.[0], curve?.[curve.length - 1]];
  const parts = [first && say(`first.${first}`), last && say(`last.${last}`)];
  return parts.filter(Boolean).join(" ") || say("mixed");
}

function spoken(timed: Timed, curve: NonNullable<SurfTally["curve"]>, say: Say): string {
  const moments = momentsOf(timed);
  const told = (one: number | Words) => (typeof one === "string" ? say(`band.${one}`) : String(one));
  return curve
    .flatMap((one, place) => (one === null ? [] : [`${clock(moments[place] ?? 0)}: ${told(one)}`]))
    .join(", ");
}
