/** The places of a mandala: rings around the middle, on a line or between two. Pure. */
import type { Fields } from "../../lib/drawing/fields";
import { SIDE } from "../../lib/drawing/palette";
import type { Say } from "../../lib/words";

export const TURNS = [4, 6, 8, 12];
/** As `facilitator/activities/mandala.py` takes them: each mark is drawn up to twenty-four times. */
export const MOST = { marks: 150, points: 1500 };

const MIDDLE = SIDE / 2;
export const APART = 110;
export const RINGS = [1, 2, 3, 4];

function around(ring: number, angle: number) {
  return {
    x: Math.round(MIDDLE + ring * APART * Math.sin(angle)),
    y: Math.round(MIDDLE - ring * APART * Math.cos(angle)),
  };
}

/** Whatever is set down on a line is there once for each part; so it is between two lines, half a part further round. */
export function rings(turns: number, say: Say): Fields {
  const ringed = (ring: number, between: boolean) => ({
    says: say(between ? "between" : "ring", { ring }),
    sign: `${ring}${between ? "–" : "│"}`,
    at: around(ring, between ? Math.PI / turns : 0),
  });
  return {
    list: [
      ...[false, true].flatMap((between) => RINGS.map((ring) => ringed(ring, between))),
      { says: say("middle"), sign: "•", at: { x: MIDDLE, y: MIDDLE } },
    ],
    nameOf: ({ x, y }) => {
      const ring = Math.round(Math.hypot(x - MIDDLE, y - MIDDLE) / APART);
      const part = (Math.atan2(x - MIDDLE, MIDDLE - y) * turns) / (2 * Math.PI);
      const between = Math.abs(part - Math.round(part)) > 0.25;
      return ring ? say(between ? "between" : "ring", { ring }) : say("middle");
    },
  };
}
