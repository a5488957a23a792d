/** When each beat falls: the tempo goes evenly from the first to the last. Knows no clock and draws nothing. */

export interface Tempo {
  /** Beats in a minute. */
  from: number;
  to: number;
  minutes: number;
}

export const ROUND = 8;
export type How = "close" | "near" | "apart";

const MINUTE = 60_000;
/** Fewer taps than this in a round say nothing. */
const TAPS = 4;

/** How many beats there have been after so many ms; 2.5 lies midway between two of them. */
export function beatsAt({ from, to, minutes }: Tempo, ms: number): number {
  const at = Math.min(Math.max(0, ms / MINUTE), minutes);
  return from * at + ((to - from) * at * at) / (2 * minutes);
}

/** When a beat falls, in ms. The other way round. */
export function timeOf({ from, to, minutes }: Tempo, beat: number): number {
  const bend = (to - from) / (2 * minutes);
  if (bend === 0) return (MINUTE * beat) / from;
  return (MINUTE * (Math.sqrt(Math.max(0, from * from + 4 * bend * beat)) - from)) / (2 * bend);
}

export function tempoAt({ from, to, minutes }: Tempo, ms: number): number {
  return from + (to - from) * Math.min(1, Math.max(0, ms / MINUTE / minutes));
}

export function whole({ from, to, minutes }: Tempo): number {
  return ((from + to) / 2) * minutes;
}

/** What a phone counts for itself: taps as shares of a beat away from the nearest one, by round. */
export class Taps {
  readonly #off = new Map<number, number[]>();

  constructor(private readonly tempo: Tempo) {}

  /** A tap so many ms after the beginning. */
  tap(ms: number): void {
    const at = beatsAt(this.tempo, ms);
    const round = Math.floor(Math.round(at) / ROUND);
    this.#off.set(round, [...(this.#off.get(round) ?? []), Math.abs(at - Math.round(at))]);
  }

  /** How it went in a round that is over; null where too little was tapped to say, or far too much. It is told once. */
  over(round: number): How | null {
    const off = this.#off.get(round) ?? [];
    this.#off.delete(round);
    if (off.length < TAPS || off.length > 2 * ROUND) return null;
    const mean = off.reduce((sum, each) => sum + each, 0) / off.length;
    // Taps at any moment are a quarter of a beat away, on average.
    if (mean <= 0.12) return "close";
    return mean <= 0.2 ? "near" : "apart";
  }
}
