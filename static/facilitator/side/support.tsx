/** Support calls, always first. A call is delivered when it is drawn here, and seen when somebody taps it. */
import type { CallShape } from "../../protocol";
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { Refused } from "../region";
import { sortedCalls } from "../state/support";
import { minutesSince } from "../state/timer";

/** So that a colleague's tap is noticed, and the column does not fill with what is done. */
const LAST_SEEN = 2;

export function Support() {
  const { say } = useDesk();
  const { unseen, seen } = sortedCalls(useView().calls);
  return (
    <section class="support" data-calls={unseen.length > 0}>
      <h2>{say("support.title")}</h2>
      {unseen.length + seen.length === 0 && <p class="hint">{say("support.none")}</p>}
      <div aria-live="assertive">
        {unseen.map((call) => (
          <Call key={call.call} call={call} />
        ))}
      </div>
      {seen.slice(-LAST_SEEN).map((call) => (
        <p key={call.call} class="hint call-seen">
          {call.name} · {say("support.seen_by", { name: call.seen_by ?? "" })}
        </p>
      ))}
      <Refused />
    </section>
  );
}

export function Call({ call }: { call: CallShape }) {
  const { say, second } = useDesk();
  const count = minutesSince(call.at, second.value);
  return (
    <div class="call">
      <span>
        <strong>{call.name}</strong> <span>{say(count === 0 ? "support.now" : "support.ago", { count })}</span>
      </span>
      <Act ask="see_call" with={{ call: call.call }} label={say("support.see", { name: call.name })}>
        {say("support.seen")}
      </Act>
    </div>
  );
}
