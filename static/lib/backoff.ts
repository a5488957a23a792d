/** How long to wait before connecting again: full jitter, so that a whole room does not come back at one moment. */
const FIRST = 500;
const LONGEST = 8000;

/** Milliseconds before try number `attempt` (0 for the first). `random` is in [0, 1). */
export function backoff(attempt: number, random: number): number {
  return random * Math.min(LONGEST, FIRST * 2 ** attempt);
}
