/** A wave drawn over its minutes: numbers on the left, or the three words where numbers would point at people. */
import { clock, line, momentsOf, spotsOf, type Timed, type Wave } from "./wave";

const WIDTH = 320;
const HEIGHT = 132;
const HIGHEST = 10;

interface Props {
  timed: Timed;
  wave: Wave;
  /** What stands beside the lines: height on the scale and its word. */
  marks: readonly { at: number; says: string }[];
  /** The wave in a sentence, for those who do not see it. */
  label: string;
  /** True where each rating has its dot. */
  dots?: boolean;
  /** True where the marks name thirds of the scale rather than points of it. */
  thirds?: boolean;
}

export function WaveChart({ timed, wave, marks, label, dots, thirds }: Props) {
  const spots = spotsOf(wave, HIGHEST, WIDTH, HEIGHT);
  const [first, last] = [spots[0], spots[spots.length - 1]];
  const path = line(spots);
  const moments = momentsOf(timed);
  const end = moments[moments.length - 1] ?? 0;
  return (
    <div class="wave-chart" role="img" aria-label={label}>
      <div class={thirds ? "wave-marks thirds" : "wave-marks"} aria-hidden="true">
        {marks.map(({ at, says }) => (
          <span key={at}>{says}</span>
        ))}
      </div>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {marks.map(({ at }) => (
          <path key={at} class="wave-grid" d={`M0 ${HEIGHT - (HEIGHT * at) / HIGHEST}H${WIDTH}`} />
        ))}
        {first && last && spots.length > 1 && (
          <path class="wave-water" d={`${path}L${last.x} ${HEIGHT}L${first.x} ${HEIGHT}Z`} />
        )}
        <path class="wave-line" d={path} />
        {(dots || spots.length === 1) && spots.map(({ x, y }) => <path key={x} class="wave-dot" d={`M${x} ${y}h0`} />)}
      </svg>
      <div class="wave-times numbers" aria-hidden="true">
        <span>{clock(0)}</span>
        <span>{clock(end / 2)}</span>
        <span>{clock(end)}</span>
      </div>
    </div>
  );
}
