/** How much of a break is left, in whole minutes: seconds that run would make nobody rest. Draws nothing. */

export interface Left {
  /** Whole minutes, rounded up; 0 once the time is up. */
  minutes: number;
  /** What is left of the whole, 1 to 0. */
  share: number;
  /** Milliseconds until this changes; 0 once the time is up. */
  next: number;
}

const MINUTE = 60_000;

export function leftAt(began: number, minutes: number, now: number): Left {
  const whole = MINUTE * minutes;
  // A clock that is a little behind the room's must not show more than the whole.
  const left = Math.min(whole, began + whole - now);
  if (left <= 0) return { minutes: 0, share: 0, next: 0 };
  return { minutes: Math.ceil(left / MINUTE), share: left / whole, next: left % MINUTE || MINUTE };
}

/** The length with so many minutes more; once the time is up they count from now. */
export function longer(began: number, minutes: number, more: number, now: number): number {
  const gone = Math.ceil((now - began) / MINUTE);
  return Math.max(minutes, gone) + more;
}

/** The time of day, as the clock on the wall says it. */
export function timeOfDay(at: number, language: string): string {
  return new Date(at).toLocaleTimeString(language, { hour: "numeric", minute: "2-digit" });
}
