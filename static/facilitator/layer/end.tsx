/** Asked once before the end: what is still open, who wanted time, and craving then and now. */
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { NOW } from "../layers";
import { Refused } from "../region";
import { LayerHead } from "../stage/heading";
import { grouped } from "../state/roster";
import { sortedCalls } from "../state/support";
import { ThenAndNow } from "./then_and_now";

export function End() {
  const { say, stage } = useDesk();
  const view = useView();
  return (
    <>
      <LayerHead title={say("end.title")} small={say("end.small")} />
      <div class="scroll end">
        <OpenCalls />
        <AskedForTime />
        <ThenAndNow />
      </div>
      <Refused />
      <div class="layer-foot">
        <p class="hint">{say("end.undo")}</p>
        <Act
          ask="end_session"
          with={{}}
          off={view.phase !== "running"}
          then={() => (stage.value = NOW)}
          class="stop large"
        >
          {say("end.now")}
        </Act>
      </div>
    </>
  );
}

function OpenCalls() {
  const { say } = useDesk();
  const { unseen } = sortedCalls(useView().calls);
  return (
    <section>
      <h3>{say("end.calls")}</h3>
      {unseen.length === 0 && <p class="hint">{say("end.calls.none")}</p>}
      <ul class="plain">
        {unseen.map((call) => (
          <li key={call.call} class="call-row">
            <strong>{call.name}</strong>
            <Act ask="see_call" with={{ call: call.call }} label={say("support.see", { name: call.name })}>
              {say("support.seen")}
            </Act>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AskedForTime() {
  const { say } = useDesk();
  const asking = grouped(useView().roster).seats.filter(({ asks }) => asks.length > 0);
  return (
    <section>
      <h3>{say("end.asked")}</h3>
      {asking.length === 0 && <p class="hint">{say("end.asked.none")}</p>}
      <ul class="plain">
        {asking.map((seat) => (
          <li key={seat.seat}>
            <strong>{seat.name}</strong>{" "}
            <span class="hint">{seat.asks.map((ask) => say(`ask.${ask}`)).join(" · ")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
