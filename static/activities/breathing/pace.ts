/** In, perhaps a hold, and a longer way out: what a breath does at any moment. Knows no clock and draws nothing. */

export interface Pace {
  in: number;
  out: number;
  hold: number;
}

export type Phase = "in" | "hold" | "out";

export interface Moment {
  phase: Phase;
  /** The second within the phase, counted from 1 as people count. */
  second: number;
  /** Milliseconds until the next second begins. */
  next: number;
}

/** The ring at rest, as a share of its full size. */
const SMALL = 0.55;

/** One breath, in milliseconds. */
export function breath(pace: Pace): number {
  return 1000 * (pace.in + pace.hold + pace.out);
}

/** How far into its breath the room is. Everyone counts from the same moment, so all rings move together. */
export function into(pace: Pace, now: number): number {
  return now % breath(pace);
}

export function momentAt(pace: Pace, now: number): Moment {
  let rest = into(pace, now);
  for (const phase of ["in", "hold", "out"] as const) {
    const length = 1000 * pace[phase];
    if (rest < length) return { phase, second: Math.floor(rest / 1000) + 1, next: 1000 - (rest % 1000) };
    rest -= length;
  }
  return { phase: "in", second: 1, next: 1000 };
}

/** The ring grows, waits if it must, and shrinks more slowly. */
export function keyframes(pace: Pace): Keyframe[] {
  const grown = (1000 * pace.in) / breath(pace);
  const held = (1000 * (pace.in + pace.hold)) / breath(pace);
  const soft = "cubic-bezier(0.4, 0, 0.4, 1)";
  return [
    { offset: 0, transform: `scale(${SMALL})`, easing: soft },
    { offset: grown, transform: "scale(1)" },
    { offset: held, transform: "scale(1)", easing: soft },
    { offset: 1, transform: `scale(${SMALL})` },
  ];
}
