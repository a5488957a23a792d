/** In, perhaps a hold, and a longer way out: what a breath does at any moment. Knows no clock and draws nothing. */

/** Seconds of each phase; what a breath does not have is 0. `rest` is the second hold of a box. */
export interface Pace {
  in: number;
  hold: number;
  out: number;
  rest: number;
}

export type Style = "longer_out" | "counting" | "box";
export type Phase = "in" | "hold" | "out" | "rest";
export const PHASES: readonly Phase[] = ["in", "hold", "out", "rest"];

export interface Moment {
  phase: Phase;
  /** The second within the phase, counted from 1 as people count. */
  second: number;
  /** Milliseconds until the next second begins. */
  next: number;
  /** Which breath of all breaths this is, so that two moments can tell how many lie between them. */
  breath: number;
}

/** The ring at rest, as a share of its full size. */
const SMALL = 0.55;

/** What a module wrote, with the longer way out; as a box only for somebody who chose the box. */
export function paceOf({ in: inward, hold, out }: Omit<Pace, "rest">, box: boolean): Pace {
  return box ? { in: inward, hold: inward, out: inward, rest: inward } : { in: inward, hold, out, rest: 0 };
}

/** One breath, in milliseconds. */
export function breath(pace: Pace): number {
  return 1000 * PHASES.reduce((seconds, phase) => seconds + pace[phase], 0);
}

/** How far into its breath the room is. Everyone counts from the same moment, so all rings move together. */
export function into(pace: Pace, now: number): number {
  return now % breath(pace);
}

export function momentAt(pace: Pace, now: number): Moment {
  const whole = Math.floor(now / breath(pace));
  let left = into(pace, now);
  for (const phase of PHASES) {
    const length = 1000 * pace[phase];
    if (left < length) return { phase, second: Math.floor(left / 1000) + 1, next: 1000 - (left % 1000), breath: whole };
    left -= length;
  }
  return { phase: "in", second: 1, next: 1000, breath: whole };
}

/** Breaths are counted to ten and then from one again; whoever loses count starts at one. */
export function counted({ breath: now }: Moment, first: number): number {
  return ((now - first) % 10) + 1;
}

/** The ring grows, waits if it must, and shrinks more slowly. */
export function keyframes(pace: Pace): Keyframe[] {
  const at = (seconds: number) => (1000 * seconds) / breath(pace);
  const soft = "cubic-bezier(0.4, 0, 0.4, 1)";
  return [
    { offset: 0, transform: `scale(${SMALL})`, easing: soft },
    { offset: at(pace.in), transform: "scale(1)" },
    { offset: at(pace.in + pace.hold), transform: "scale(1)", easing: soft },
    { offset: at(pace.in + pace.hold + pace.out), transform: `scale(${SMALL})` },
    { offset: 1, transform: `scale(${SMALL})` },
  ];
}
