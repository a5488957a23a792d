/** How the evening runs against its plan, in words and a tone. Knows nothing of the clock: the server counts. */
import type { StepTimeShape } from "../../protocol";

export type Tone = "quiet" | "amber" | "red";
export type Pace = { tone: Tone; key: string; minutes: number };

/** A minute or two is how groups are; a therapist should not look twice for it. */
const LATE = 2;
const VERY_LATE = 6;

export function paceOf(pace: StepTimeShape | null): Pace | null {
  if (!pace) return null;
  const minutes = Math.abs(pace.behind);
  if (minutes < LATE) return { tone: "quiet", key: "pace.on_time", minutes };
  if (pace.behind < 0) return { tone: "quiet", key: "pace.ahead", minutes };
  return { tone: minutes < VERY_LATE ? "amber" : "red", key: "pace.behind", minutes };
}

/** `checkOut` is what the day's last module was planned for: what is left hardly covers it. */
export function timeForCheckOut(pace: StepTimeShape | null, checkOut: number | null, inCheckOut: boolean): boolean {
  return pace !== null && checkOut !== null && !inCheckOut && pace.left_today <= checkOut + 2;
}

export type Left = { key: string; hours: number; minutes: number };

export function leftToday(pace: StepTimeShape | null): Left | null {
  if (!pace || pace.left_today <= 0) return null;
  const hours = Math.floor(pace.left_today / 60);
  const minutes = pace.left_today % 60;
  if (hours === 0) return { key: "pace.left_minutes", hours, minutes };
  return { key: minutes === 0 ? "pace.left_whole_hours" : "pace.left_hours", hours, minutes };
}
