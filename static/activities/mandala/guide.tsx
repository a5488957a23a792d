/** Faint lines to draw by: a spoke for each part, and the rings. They are on the phone alone, never in the picture. */
import { SIDE } from "../../lib/drawing/palette";
import { APART, RINGS } from "./rings";

const MIDDLE = SIDE / 2;

export function Guide({ turns }: { turns: number }) {
  return (
    <svg class="guide" viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true">
      {RINGS.map((ring) => (
        <circle key={ring} cx={MIDDLE} cy={MIDDLE} r={APART * ring} />
      ))}
      {Array.from({ length: turns }, (_, turn) => (
        <path
          key={turn}
          d={`M${MIDDLE} ${MIDDLE}V0`}
          transform={`rotate(${(360 * turn) / turns} ${MIDDLE} ${MIDDLE})`}
        />
      ))}
    </svg>
  );
}
