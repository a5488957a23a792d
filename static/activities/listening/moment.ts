/** Where the room is in its listening. Knows no clock and draws nothing. */
import type { SoundName } from "../../lib/sounds";
import type { Source } from "./player";

export interface Settings {
  sound?: SoundName;
  /** As `/media/` hands it out. */
  file?: string;
  called?: string;
  minutes: number;
  notice: readonly string[];
  question?: string;
  options?: Readonly<Record<string, string>>;
}

export type Shared = {
  /** When it is to be heard, in ms by the room's clock; null while staff have not started it, or have stopped it. */
  at: number | null;
  seconds: number | null;
  level: number;
  /** Whether the wall plays it too. */
  wall: boolean;
  /** Whether it was started at all. */
  heard: boolean;
};

export type Moment = "before" | "soon" | "playing" | "over";

export function momentOf({ at, seconds, heard }: Shared, now: number): Moment {
  if (at === null) return heard ? "over" : "before";
  if (now < at) return "soon";
  return seconds !== null && now >= at + 1000 * seconds ? "over" : "playing";
}

/** Whole seconds until it begins, or until it is over. */
export function secondsLeft({ at, seconds }: Shared, now: number): number {
  if (at === null) return 0;
  return Math.max(0, Math.ceil(((now < at ? at : at + 1000 * (seconds ?? 0)) - now) / 1000));
}

export function sourceOf({ sound, file }: Settings): Source {
  return file ? { file: `/media/${file}` } : { sound: sound ?? "sea" };
}
