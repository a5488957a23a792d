/** What is said to whoever still writes when the group goes on, and how long an answer may still be changed. */
import type { ActivityShape } from "../protocol";
import { useSecondsLeft } from "./countdown";
import { sayLater as say } from "./later_words";
import type { Phone } from "./phone";

interface Props {
  phone: Phone;
  activity: ActivityShape;
  finishing: boolean;
}

export function MovingOn({ phone, activity, finishing }: Props) {
  const key = activity.promise === "private" ? "lingering.private" : "lingering";
  return (
    <>
      {finishing && <p class="moving-on">{say(key)}</p>}
      {activity.phase === "last_call" && <Countdown phone={phone} until={activity.closes_at} />}
    </>
  );
}

/** Spoken rarely: numbers that tick are for the eye. */
function Countdown({ phone, until }: { phone: Phone; until: number | null }) {
  const left = useSecondsLeft(until, phone.line.clock);
  return (
    <p class="countdown numbers" role="timer" aria-live="off">
      {say("seconds", { count: left })}
    </p>
  );
}
