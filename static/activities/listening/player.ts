/**
 * What this one screen plays. Faces come and go, the sound goes on: so it is kept here, one at a time.
 * Nothing begins to sound that was not said before on this very screen, or asked for on it with a tap.
 */
import { signal } from "@preact/signals";
import type { Playing, SoundName } from "../../lib/sounds";

/** One of our sounds, or the address of a file. */
export type Source = { sound: SoundName } | { file: string };

export interface Part {
  /** When it is to be heard, in ms by the room's clock. */
  at: number;
  /** How long it lasts; null: to the end of its file. */
  seconds: number | null;
  level: number;
}

/** Scheduling needs a moment. */
const SOON = 0.05;
/** A page that may sound does so within this time; else somebody has to touch it first. */
const WAKES_WITHIN = 500;

export class Player {
  /** Whether this screen is to sound. */
  readonly on = signal(false);
  readonly playing = signal<"" | "preview" | "room">("");
  /** Browsers let nothing sound before somebody has touched the page. */
  readonly needsTouch = signal(false);
  readonly broken = signal(false);
  #context: AudioContext | null = null;
  #now: Playing | null = null;
  #turn = 0;
  #over: ReturnType<typeof setTimeout> | undefined;
  #said: number | null = null;

  /** This screen has said that a sound comes at this moment; or somebody asks here to join it. */
  says(at: number | null): void {
    this.#said = at;
  }

  mayBegin(at: number | null): at is number {
    return at !== null && this.#said === at;
  }

  /** Comes back once this page may sound; called with a tap, that is now. */
  wake(): Promise<void> {
    this.#context ??= new AudioContext();
    const context = this.#context;
    if (context.state === "running") return Promise.resolve();
    const late = setTimeout(() => {
      this.needsTouch.value = true;
    }, WAKES_WITHIN);
    return new Promise((woken) => {
      const look = () => {
        if (context.state !== "running") return;
        clearTimeout(late);
        this.needsTouch.value = false;
        context.removeEventListener("statechange", look);
        woken();
      };
      context.addEventListener("statechange", look);
      // Without a touch this waits or is refused, by browser; either way it is the state that tells.
      context.resume().then(look, look);
    });
  }

  preview(source: Source, seconds: number, level: number): void {
    void this.#play("preview", source, { at: Date.now(), seconds, level }, Date.now);
  }

  play(source: Source, part: Part, now: () => number): void {
    void this.#play("room", source, part, now);
  }

  setLevel(level: number): void {
    this.#now?.setLevel(level);
  }

  stop(): void {
    this.#turn++;
    clearTimeout(this.#over);
    this.#now?.stop();
    this.#now = null;
    this.playing.value = "";
  }

  endPreview(): void {
    if (this.playing.value === "preview") this.stop();
  }

  /** The page shows something else: silence, and nothing comes back by itself. */
  leave(): void {
    this.stop();
    this.#said = null;
  }

  async #play(what: "preview" | "room", source: Source, part: Part, now: () => number): Promise<void> {
    this.stop();
    const turn = this.#turn;
    this.playing.value = what;
    const ready = await Promise.all([import("../../lib/sounds"), contentOf(source), this.wake()]).catch(() => null);
    const context = this.#context;
    if (turn !== this.#turn || !context) return;
    this.broken.value = ready === null;
    if (!ready) return this.stop();
    const [{ heardAt, Playing }, content] = ready;
    const seconds = part.seconds ?? (typeof content === "string" ? 0 : content.duration);
    const due = heardAt(context, part.at, now());
    const late = Math.max(0, context.currentTime + SOON - due);
    if (late >= seconds) return this.stop();
    this.#now = new Playing(context, { what: content, at: due + late, into: late, seconds, level: part.level });
    this.#over = setTimeout(() => this.stop(), part.at + 1000 * seconds - now());
  }
}

async function contentOf(source: Source): Promise<SoundName | AudioBuffer> {
  return "sound" in source ? source.sound : decoded(source.file);
}

const files = new Map<string, Promise<AudioBuffer>>();

/** What a file holds. It is fetched once, also when it is only looked at; a failure is forgotten. */
export function decoded(address: string): Promise<AudioBuffer> {
  const known = files.get(address) ?? fetched(address);
  files.set(address, known);
  known.catch(() => files.delete(address));
  return known;
}

async function fetched(address: string): Promise<AudioBuffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  // No tap is needed to decode, so the tablet knows before the group does whether a file can be played.
  return new OfflineAudioContext(2, 1, 44_100).decodeAudioData(await response.arrayBuffer());
}
