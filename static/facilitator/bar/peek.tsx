/** In portrait the live column is a sheet from below; this line opens it and says what waits there. */
import { Icon } from "../../lib/icons";
import { useDesk, useView } from "../desk";
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
    <button
      type="button"
      class="peek"
      aria-expanded={open}
      aria-controls="live"
      data-calls={unseen.length > 0}
      onClick={() => (drawer.value = open ? null : "live")}
    >
      <Icon name={open ? "down" : "up"} />
      <span class="peek-calls">
        {unseen.length > 0 ? unseen.map(({ name }) => name).join(", ") : say("peek.no_calls")}
      </span>
      <span>{say("peek.words", { count: sorted(waiting).waiting.length })}</span>
      {knocks > 0 && <span>{say("peek.knocks", { count: knocks })}</span>}
      <span>{say("here", { count: headCount(roster).here })}</span>
    </button>
  );
}
