/** How long an answer may still be changed. Spoken rarely: numbers that tick are for the eye. */
import type { Clock } from "../lib/clock";
import { useSecondsLeft } from "./countdown";
import { sayLater as say } from "./later_words";

export function Countdown({ until, clock }: { until: number | null; clock: Clock }) {
  const left = useSecondsLeft(until, clock);
  return (
    <p class="countdown numbers" role="timer" aria-live="off">
      {say("seconds", { count: left })}
    </p>
  );
}
