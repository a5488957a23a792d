/** The corner of a step: which module this is, and the time that is left, as a ring and in numbers. */
import { useEffect, useState } from "preact/hooks";
import type { Clock } from "../lib/clock";
import { Ring } from "../lib/ring";
import type { DisplayView, TimerShape } from "../protocol";
import { say } from "./language";

export function Corner({ view, clock }: { view: DisplayView; clock: Clock }) {
  const { step, timer } = view;
  return (
    <footer class="corner">
      <span class="module">{step && step.module !== step.title && step.module}</span>
      {timer && <Timer timer={timer} clock={clock} />}
    </footer>
  );
}

function Timer({ timer, clock }: { timer: TimerShape; clock: Clock }) {
  const now = useSecond(clock, timer.held_at === null);
  const left = Math.max(0, timer.ends_at - (timer.held_at ?? now));
  const whole = Math.max(1, timer.ends_at - timer.started_at);
  return (
    <span class="timer numbers" role="timer" aria-live="off" aria-label={say("timer")}>
      <Ring share={left / whole} /> {minutes(left)}
    </span>
  );
}

function minutes(left: number): string {
  const seconds = Math.ceil(left / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** The server's time, drawn again with each of its seconds while the timer runs. */
function useSecond(clock: Clock, runs: boolean): number {
  const offset = clock.offset.value;
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const at = Date.now() + offset;
      setNow(at);
      if (runs) timer = setTimeout(look, 1000 - (at % 1000));
    };
    look();
    return () => clearTimeout(timer);
  }, [offset, runs]);
  return now;
}
