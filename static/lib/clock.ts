/** The server's time, as well as this device can know it: its own clock and an offset learned from pings. */
import { signal } from "@preact/signals";

/** A device may sleep and its clock may drift: an offset learned longer ago than this gives way to any new one. */
const FRESH_FOR = 60_000;

export class Clock {
  /** Milliseconds to add to this device's clock. */
  readonly offset = signal(0);
  private roundTrip = Number.POSITIVE_INFINITY;
  private learned = 0;

  /** A ping that left at `sent` came back now with the server's time `at`. The quickest ping is the truest. */
  heard(sent: number, at: number, now = Date.now()): void {
    const roundTrip = now - sent;
    if (roundTrip < 0) return;
    if (roundTrip > this.roundTrip && now - this.learned < FRESH_FOR) return;
    this.roundTrip = roundTrip;
    this.learned = now;
    this.offset.value = Math.round(at - (sent + now) / 2);
  }

  /** The server's time in milliseconds since 1970. */
  now(): number {
    return Date.now() + this.offset.value;
  }
}
