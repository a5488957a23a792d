/** When a rating is due, and the line through the ratings. Knows no clock and draws nothing. */

export interface Timed {
  minutes: number;
  /** Seconds from one rating to the next. */
  every: number;
}

/** One rating for each moment; null where it was left out. */
export type Wave = (number | null)[];

export interface Spot {
  x: number;
  y: number;
}

/** When a rating is asked for, in seconds from the start. */
export function momentsOf({ minutes, every }: Timed): number[] {
  return Array.from({ length: Math.floor((60 * minutes) / every) + 1 }, (_, place) => place * every);
}

/** The moment that is being rated `since` milliseconds after the start; the last one lasts. */
export function placeAt(timed: Timed, since: number): number {
  return Math.max(0, Math.min(momentsOf(timed).length - 1, Math.floor(since / 1000 / timed.every)));
}

export function emptyWave(timed: Timed): Wave {
  return momentsOf(timed).map(() => null);
}

export function rated(wave: Wave): number[] {
  return wave.filter((rating) => rating !== null);
}

/** `1:30`. */
export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Where each rating stands in a field of this size; what was left out has no spot. */
export function spotsOf(wave: Wave, highest: number, width: number, height: number): Spot[] {
  const wide = Math.max(1, wave.length - 1);
  return wave.flatMap((rating, place) =>
    rating === null ? [] : [{ x: (width * place) / wide, y: height - (height * rating) / highest }],
  );
}

/** A soft line through the spots, level at each of them where it turns, so that it never climbs above what was said. */
export function line(spots: Spot[]): string {
  const [first] = spots;
  if (!first) return "";
  const slopes = spots.map((spot, place) => slopeAt(spots, spot, place));
  const parts = spots.slice(1).map((to, place) => {
    const from = spots[place] as Spot;
    const third = (to.x - from.x) / 3;
    const [leaving, arriving] = [slopes[place] ?? 0, slopes[place + 1] ?? 0];
    const bends = [from.x + third, from.y + third * leaving, to.x - third, to.y - third * arriving, to.x, to.y];
    return `C${bends.map((at) => at.toFixed(1)).join(" ")}`;
  });
  return `M${first.x.toFixed(1)} ${first.y.toFixed(1)}${parts.join("")}`;
}

/** Fritsch and Carlson's rule: no steeper than thrice the flatter neighbour, and flat at a peak. */
function slopeAt(spots: Spot[], here: Spot, place: number): number {
  const [before, after] = [spots[place - 1], spots[place + 1]];
  if (!before || !after) return 0;
  const [up, down] = [(here.y - before.y) / (here.x - before.x), (after.y - here.y) / (after.x - here.x)];
  if (up * down <= 0) return 0;
  const flat = 3 * Math.min(Math.abs(up), Math.abs(down));
  return Math.sign(up) * Math.min(flat, Math.abs(up + down) / 2);
}
