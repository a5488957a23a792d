/** Whole seconds left until a moment of the server's clock. One timer, set for the next full second. */
import { useEffect, useState } from "preact/hooks";
import type { Clock } from "../lib/clock";

export function useSecondsLeft(until: number | null, clock: Clock): number {
  const offset = clock.offset.value;
  const [left, setLeft] = useState(() => secondsUntil(until, clock.now()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const now = Date.now() + offset;
      setLeft(secondsUntil(until, now));
      if (until !== null && until > now) timer = setTimeout(look, (until - now) % 1000 || 1000);
    };
    look();
    return () => clearTimeout(timer);
  }, [until, offset]);
  return left;
}

function secondsUntil(until: number | null, now: number): number {
  return until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
}
