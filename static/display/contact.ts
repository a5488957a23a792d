/** How long ago the server was heard. A wall that hears nothing for half a minute hides people's words by itself. */
import { type ReadonlySignal, signal } from "@preact/signals";

/** Words may stay on a wall for so many milliseconds that nobody can reach. */
export const PATIENCE = 30_000;
/** The line only looks open: try a new one. */
export const DOUBT = 15_000;

export class Contact {
  readonly #lost = signal(false);
  #heardAt = 0;
  #end: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly now: () => number = () => Date.now()) {
    this.heard();
  }

  get lost(): ReadonlySignal<boolean> {
    return this.#lost;
  }

  heard(): void {
    this.#heardAt = this.now();
    this.#lost.value = false;
    clearTimeout(this.#end);
    this.#end = setTimeout(() => this.look(), PATIENCE);
  }

  /** A screen that slept wakes with old words on it: a timer alone would give them half a minute more. */
  look(): void {
    if (this.silence >= PATIENCE) this.#lost.value = true;
  }

  get silence(): number {
    // A clock that was set back says nothing about the silence.
    return Math.max(0, this.now() - this.#heardAt);
  }

  close(): void {
    clearTimeout(this.#end);
  }
}
