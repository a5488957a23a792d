/** What scales have in common, wherever they are asked or drawn. Draws nothing. */

export interface Scaled {
  from: number;
  to: number;
  /** Texts of some points, by the point as text. */
  labels: Readonly<Record<string, string>>;
}

export interface ScaleTally {
  n?: number;
  counts?: Readonly<Record<string, number>>;
  median?: number | null;
  words?: "most_low" | "most_middle" | "most_high" | "spread";
  too_few?: boolean;
}

export type Third = "low" | "middle" | "high";

export function pointsOf({ from, to }: Scaled): number[] {
  return Array.from({ length: to - from + 1 }, (_, place) => from + place);
}

/** How many buttons fit side by side on the narrowest phone, and whether zero has a row of its own. */
export function layout(scale: Scaled): { columns: number; wideZero: boolean } {
  const points = pointsOf(scale);
  if (points.length <= 5) return { columns: points.length, wideZero: false };
  const wideZero = scale.from <= 0 && scale.to > 0;
  const longest = wideZero ? Math.max(-scale.from, scale.to) : points.length;
  return { columns: longest <= 5 ? longest : Math.ceil(longest / Math.ceil(longest / 5)), wideZero };
}

/** The points of a third, counted as the tally counts them: 0–3, 4–6 and 7–10 of a scale from 0 to 10. */
export function thirdOf({ from, to }: Scaled, point: number): Third {
  const points = to - from + 1;
  if (3 * (point - from) < points) return "low";
  return 3 * (to - point) < points ? "high" : "middle";
}

/** `0 to 3`, as `{from}` and `{to}` for a sentence; null where a short scale has no such third. */
export function rangeOf(scale: Scaled, third: Third): { from: number; to: number } | null {
  const inside = pointsOf(scale).filter((point) => thirdOf(scale, point) === third);
  const [from, to] = [inside[0], inside[inside.length - 1]];
  return from === undefined || to === undefined ? null : { from, to };
}

/** The labelled points in rising order, each with its text. */
export function labelled(scale: Scaled): { point: number; text: string }[] {
  return pointsOf(scale).flatMap((point) => {
    const text = scale.labels[String(point)];
    return text === undefined ? [] : [{ point, text }];
  });
}

/** A point as a person writes it: with a real minus sign. */
export function written(point: number): string {
  return String(point).replace("-", "−");
}
