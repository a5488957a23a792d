/** One sound from its soft start to its soft end. It can be stopped at any moment, and then there is silence at once. */
import { Kit } from "./kit";
import { recipes, type SoundName } from "./recipes";

/** A ramp so short that it is heard as *now*, and long enough that nothing clicks. */
export const STOP_SECONDS = 0.03;
export const SOFT_START = 4;
export const SOFT_END = 6;

/** How loud: quiet, middle, full. Nothing is ever louder than *full*, and a sound begins from nothing. */
export const LEVELS = [0.3, 0.6, 1] as const;

export interface Plan {
  what: SoundName | AudioBuffer;
  /** When it begins, by the context's clock. */
  at: number;
  /** How many seconds of the sound are over by then, on a device that came late. */
  into: number;
  /** How long the whole of it lasts. */
  seconds: number;
  /** 1 to 3. */
  level: number;
}

export class Playing {
  readonly #kit: Kit;
  readonly #level: GainNode;
  readonly #cut: GainNode;

  constructor(
    private readonly context: BaseAudioContext,
    plan: Plan,
    to: AudioNode = context.destination,
  ) {
    this.#kit = new Kit(context, plan.at, plan.into);
    const sound = typeof plan.what === "string" ? recipes[plan.what](this.#kit) : this.#kit.file(plan.what);
    const fade = new GainNode(context, { gain: 0 });
    this.#level = new GainNode(context, { gain: loud(plan.level) });
    this.#cut = new GainNode(context, { gain: 1 });
    const end = softly(fade.gain, plan);
    sound.connect(fade).connect(this.#level).connect(this.#cut).connect(to);
    this.#kit.stop(end);
  }

  setLevel(level: number): void {
    this.#level.gain.setTargetAtTime(loud(level), this.context.currentTime, 0.15);
  }

  stop(): void {
    const now = this.context.currentTime;
    this.#cut.gain.setValueAtTime(1, now);
    this.#cut.gain.linearRampToValueAtTime(0, now + STOP_SECONDS);
    this.#kit.stop(now + STOP_SECONDS);
  }
}

function loud(level: number): number {
  return LEVELS[Math.min(LEVELS.length, Math.max(1, level)) - 1] ?? LEVELS[0];
}

/** From nothing, and to nothing; gives the moment of silence. A short sound shares its time out. */
function softly(gain: AudioParam, { at, into, seconds }: Plan): number {
  const left = Math.max(1, seconds - into);
  const rise = Math.min(SOFT_START, left / 3);
  const fall = Math.min(SOFT_END, left / 3);
  gain.setValueAtTime(0, at);
  gain.linearRampToValueAtTime(1, at + rise);
  gain.setValueAtTime(1, at + left - fall);
  gain.linearRampToValueAtTime(0, at + left);
  return at + left;
}
