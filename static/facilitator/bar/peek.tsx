/** In portrait the live column is a sheet from below; this line opens it and says what waits there. A call shows at once. */
import { Icon } from "../../lib/icons";
import { useDesk, useView } from "../desk";
import { Refused, Region } from "../region";
import { Call } from "../side/support";
import { grouped, headCount } from "../state/roster";
import { sortedCalls } from "../state/support";
import { sorted } from "../state/words";

export function Peek() {
  const { say, drawer } = useDesk();
  const { calls, waiting, roster } = useView();
  const unseen = sortedCalls(calls).unseen;
  const knocks = grouped(roster).knocking.length;
  const open = drawer.value === "live";
  return (
    <Region at="peek">
      <div class="peek-place">
        {!open && unseen.map((call) => <Call key={call.call} call={call} />)}
        <Refused />
        <button
          type="button"
          class="peek"
          aria-expanded={open}
          aria-controls="live"
          onClick={() => (drawer.value = open ? null : "live")}
        >
          <Icon name={open ? "down" : "up"} />
          <span>{say("peek.words", { count: sorted(waiting).waiting.length })}</span>
          {knocks > 0 && <span>{say("peek.knocks", { count: knocks })}</span>}
          <span>{say("here", { count: headCount(roster).here })}</span>
        </button>
      </div>
    </Region>
  );
}
