/** How a group's numbers lie on a scale: columns with counts, or one third of the scale in words, or the bare scale. */
import type { Say } from "../words";
import { labelled, pointsOf, rangeOf, type Scaled, type ScaleTally, type Third, thirdOf, written } from "./scale";

interface Props {
  scale: Scaled;
  tally: ScaleTally;
  say: Say;
}

const THIRDS: Readonly<Record<string, Third>> = { most_low: "low", most_middle: "middle", most_high: "high" };

export function ScaleChart({ scale, tally, say }: Props) {
  const points = pointsOf(scale);
  const { counts } = tally;
  const highest = Math.max(1, ...Object.values(counts ?? {}));
  return (
    <div class="scale-chart">
      <Sentence scale={scale} tally={tally} say={say} />
      <ol class={counts ? "columns counted" : "columns"}>
        {points.map((point) => (
          <li key={point} class={inside(scale, tally, point)}>
            {counts && <Column count={counts[point] ?? 0} highest={highest} />}
            <span class="point">{written(point)}</span>
          </li>
        ))}
      </ol>
      <Ends scale={scale} />
    </div>
  );
}

function Column({ count, highest }: { count: number; highest: number }) {
  const tall = Math.round((100 * count) / highest);
  return (
    <>
      <span class="count">{count > 0 && count}</span>
      <svg class="column" aria-hidden="true">
        <rect y={`${100 - tall}%`} width="100%" height={`${tall}%`} rx="4" />
      </svg>
    </>
  );
}

function Sentence({ scale, tally, say }: Props) {
  const { n, median, words } = tally;
  if (n !== undefined) {
    const middle = median === undefined || median === null ? "" : ` · ${say("middle", { value: written(median) })}`;
    return <p class="chart-says numbers">{say("n", { count: n }) + middle}</p>;
  }
  if (!words) return null;
  const third = THIRDS[words];
  const range = third && rangeOf(scale, third);
  return (
    <p class="chart-says">
      <strong>{say(words)}</strong>
      {range && <span class="hint numbers"> {say("range", { from: written(range.from), to: written(range.to) })}</span>}
    </p>
  );
}

function inside(scale: Scaled, { words }: ScaleTally, point: number): string | undefined {
  if (words === "spread") return "around";
  return words !== undefined && thirdOf(scale, point) === THIRDS[words] ? "inside" : undefined;
}

/** The words at the ends, and those between them, under the point they belong to as near as there is room. */
function Ends({ scale }: { scale: Scaled }) {
  const texts = labelled(scale);
  if (!texts.length) return null;
  return (
    <ul class={texts.length > 3 ? "chart-ends" : "chart-ends few"}>
      {texts.map(({ point, text }) => (
        <li key={point}>
          <b>{written(point)}</b> {text}
        </li>
      ))}
    </ul>
  );
}
