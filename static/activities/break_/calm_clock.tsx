/** An open ring that empties by the minute, with the minutes that are left in it, and when the group starts again. */
import { useContext, useEffect, useState } from "preact/hooks";
import { Ring } from "../../lib/ring";
import { RoomTime } from "../../lib/room_time";
import type { Say } from "../../lib/words";
import { leftAt, timeOfDay } from "./clock";

interface Props {
  /** Null while nothing is known of when it began: then only its length is told. */
  began: number | null;
  minutes: number;
  over: boolean;
  language: string;
  say: Say;
}

export function CalmClock({ began, minutes, over, language, say }: Props) {
  const now = useContext(RoomTime);
  const [, look] = useState(0);
  const left = leftAt(began ?? now(), minutes, now());
  const running = began !== null && !over && left.next > 0;
  useEffect(() => {
    if (!running) return;
    const next = setTimeout(() => look((count) => count + 1), left.next + 50);
    return () => clearTimeout(next);
  });
  if (over || left.minutes === 0) {
    return (
      <div class="calm-clock">
        <Ring />
        <p class="calm-back" role="status">
          {say("again_now")}
        </p>
      </div>
    );
  }
  return (
    <div class="calm-clock">
      <div class="calm-ring" role="timer" aria-live="off">
        <Ring share={left.share} />
        <p class="numbers">
          <b>{left.minutes}</b> {say("minutes", { count: left.minutes })}
        </p>
      </div>
      {began !== null && (
        <p class="calm-back">{say("back_at", { time: timeOfDay(began + 60_000 * minutes, language) })}</p>
      )}
    </div>
  );
}
