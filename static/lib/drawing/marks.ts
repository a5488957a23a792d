/** What a picture is made of, and what can be worked out of its numbers. Draws nothing. */
import { type Ink, MARKS_MOST, type Pen, POINTS_MOST, PRESS_MOST, SIDE, type StampName } from "./palette";

export interface Stroke {
  ink: Ink;
  pen: Pen;
  /** `[x, y, press, x, y, press, …]` */
  line: number[];
}

export interface Stamp {
  ink: Ink;
  stamp: StampName;
  x: number;
  y: number;
  size: number;
}

export type Mark = Stroke | Stamp;

export interface Picture {
  marks: readonly Mark[];
  turns?: number;
  mirrored?: boolean;
  sheet?: "square" | "round";
  /** What its maker wrote for it. */
  words?: string;
  tags?: readonly Tag[];
}

/** A word that stands below something on the paper. */
export interface Tag {
  x: number;
  y: number;
  text: string;
}

/** An answer that is a picture; words will do as well. */
export interface Piece {
  marks: Mark[];
  words: string;
}

export type Point = readonly [x: number, y: number, press: number];

export function isStamp(mark: Mark): mark is Stamp {
  return "stamp" in mark;
}

export function pointsOf(line: readonly number[]): Point[] {
  return Array.from({ length: Math.floor(line.length / 3) }, (_, at) => line.slice(3 * at, 3 * at + 3) as never);
}

/** What a sheet holds at most. A kind may take less, never more. */
export interface Most {
  marks: number;
  points: number;
}
const MOST: Most = { marks: MARKS_MOST, points: POINTS_MOST };

/** True where one more mark of so many points would make the picture larger than it may be sent. */
export function isFull(marks: readonly Mark[], points = 1, most: Most = MOST): boolean {
  const used = marks.reduce((sum, mark) => sum + (isStamp(mark) ? 0 : mark.line.length / 3), 0);
  return marks.length >= most.marks || used + points > most.points;
}

export function within(number: number, least = 0, most = SIDE): number {
  return Math.min(most, Math.max(least, Math.round(number)));
}

/**
 * How hard a stroke presses. A stylus says so itself; a finger presses where it goes slowly, as a brush would.
 * `far` is how far it went since the last point, in `ms`.
 */
export function pressOf(type: string, pressure: number, far: number, ms: number): number {
  if (type === "pen" && pressure > 0) return within(pressure * PRESS_MOST, 1, PRESS_MOST);
  return within(7 - (far / Math.max(1, ms)) * 1.6, 3, 7);
}

/** The points that the eye needs (Ramer, Douglas and Peucker): a slow finger leaves thousands where forty will do. */
export function simplified(points: readonly Point[], slack = 2.5): Point[] {
  const [first, last] = [points[0], points[points.length - 1]];
  if (points.length < 3 || !first || !last) return [...points];
  let [far, at] = [0, 0];
  points.forEach((point, place) => {
    const off = away(point, first, last);
    if (off > far) [far, at] = [off, place];
  });
  if (far <= slack) return [first, last];
  return [...simplified(points.slice(0, at + 1), slack).slice(0, -1), ...simplified(points.slice(at), slack)];
}

/** How far a point is from a straight line between two, a change of press being a way off as well. */
function away([x, y, press]: Point, [ax, ay, a]: Point, [bx, by, b]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = dx || dy ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy))) : 0;
  const off = Math.hypot(x - ax - along * dx, y - ay - along * dy);
  return Math.max(off, 1.5 * Math.abs(press - a - along * (b - a)));
}

export const PLACES = [
  "top_left",
  "top",
  "top_right",
  "left",
  "middle",
  "right",
  "low_left",
  "low",
  "low_right",
] as const;
export type Place = (typeof PLACES)[number];

/** The middle of one of nine fields of the paper. */
export function middleOf(place: Place): { x: number; y: number } {
  const at = PLACES.indexOf(place);
  return { x: Math.round((SIDE * (2 * (at % 3) + 1)) / 6), y: Math.round((SIDE * (2 * Math.floor(at / 3) + 1)) / 6) };
}

/** Which of nine fields of the paper a stamp is in. */
export function placeOf({ x, y }: Pick<Stamp, "x" | "y">): Place {
  const third = (number: number) => Math.min(2, Math.floor((3 * number) / SIDE));
  return PLACES[third(x) + 3 * third(y)] ?? "middle";
}

/** The marks with the newest moved on, if it is a stamp. */
export function nudged(marks: readonly Mark[], dx: number, dy: number): Mark[] {
  const last = marks[marks.length - 1];
  if (!last || !isStamp(last)) return [...marks];
  return [...marks.slice(0, -1), { ...last, x: within(last.x + dx), y: within(last.y + dy) }];
}
