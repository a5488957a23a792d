/** Which of two views is the newer one. Every view is whole, so the newest is all that is needed. */
export interface Versioned {
  boot: string;
  version?: number;
  plan?: number;
  beat?: number;
}

/** True if `next` was made before `shown`. Another boot is another count, and what comes last is then the truth. */
export function isOlder(next: Versioned, shown: Versioned | null): boolean {
  if (!shown || next.boot !== shown.boot) return false;
  const [now, before] = [count(next), count(shown)];
  return now === before ? (next.beat ?? 0) < (shown.beat ?? 0) : now < before;
}

function count(view: Versioned): number {
  return view.version ?? view.plan ?? 0;
}
