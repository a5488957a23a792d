/** What is left of the time to talk, by the room's clock. Numbers that tick are for the eye. */
import { useContext, useEffect, useState } from "preact/hooks";
import { RoomTime } from "../../lib/room_time";
import type { Say } from "../../lib/words";

interface Props {
  since: number | null;
  minutes: number;
  say: Say;
}

export function TimeLeft({ since, minutes, say }: Props) {
  const now = useContext(RoomTime);
  const [, look] = useState(0);
  useEffect(() => {
    if (since === null) return;
    const ticking = setInterval(() => look((count) => count + 1), 1000);
    return () => clearInterval(ticking);
  }, [since]);
  const left = since === null ? 60 * minutes : Math.ceil((since + 60_000 * minutes - now()) / 1000);
  if (since !== null && left <= 0) return <p role="status">{say("over")}</p>;
  return (
    <p class="hint numbers" role="timer" aria-live="off">
      {since === null
        ? say("minutes", { count: minutes })
        : say("left", { time: asTime(Math.min(left, 60 * minutes)) })}
    </p>
  );
}

function asTime(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
