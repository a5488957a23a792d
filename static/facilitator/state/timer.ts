/** What a step's timer says at a moment. Times are the server's, in milliseconds. */
import type { TimerShape } from "../../protocol";

export type Reading = {
  /** Whole seconds left; negative once the time is up. */
  seconds: number;
  /** What is left of the whole, 1 to 0. */
  share: number;
  over: boolean;
  still: boolean;
};

export function readTimer(timer: TimerShape, now: number): Reading {
  const at = timer.held_at ?? now;
  const whole = Math.max(1, timer.ends_at - timer.started_at);
  const left = timer.ends_at - at;
  return {
    seconds: Math.ceil(left / 1000),
    share: Math.min(1, Math.max(0, left / whole)),
    over: left < 0,
    still: timer.held_at !== null,
  };
}

/** `6:12`, and `1:05:00` from an hour on. The sign is the caller's to word. */
export function clockText(seconds: number): string {
  const whole = Math.abs(seconds);
  const two = (part: number) => String(part).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** Whole seconds until a moment, never below zero. `now` is the last full second: rounded up, ten would begin at eleven. */
export function secondsUntil(moment: number | null, now: number): number {
  return moment === null ? 0 : Math.max(0, Math.floor((moment - now) / 1000));
}

/** Whole minutes since a moment, never below zero. */
export function minutesSince(moment: number | null, now: number): number {
  return moment === null ? 0 : Math.max(0, Math.floor((now - moment) / 60_000));
}
