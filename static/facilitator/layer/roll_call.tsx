/** Everyone by name, large, one tap each: for the start, for the break, for the alarm. */
import type { RosterShape } from "../../protocol";
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { Refused, useHere } from "../region";
import { LayerHead } from "../stage/heading";
import { grouped, presenceOf, toConfirm } from "../state/roster";

export function RollCall() {
  const { say } = useDesk();
  const { seats } = grouped(useView().roster);
  const here = seats.filter(({ minutes }) => minutes === "in").length;
  return (
    <>
      <LayerHead title={say("roll_call.title")} small={say("roll_call.count", { here, of: seats.length })} />
      <Refused />
      <ConfirmAll />
      <ul class="roll-call scroll">
        {seats.map((seat) => (
          <RollCallRow key={seat.seat} seat={seat} />
        ))}
      </ul>
    </>
  );
}

/** One tap for all whose phones are here; each is written down on its own. */
function ConfirmAll() {
  const { say, ask, link } = useDesk();
  const here = useHere();
  const open = toConfirm(useView().roster);
  if (open.length < 2) return null;
  async function confirm() {
    for (const { seat } of open) if (!(await ask("confirm_minutes", { seat, what: "in" }, here))) return;
  }
  return (
    <button type="button" aria-disabled={!link.online.value} onClick={() => link.online.value && confirm()}>
      {say("roll_call.confirm_all", { count: open.length })}
    </button>
  );
}

function RollCallRow({ seat }: { seat: RosterShape }) {
  const { say } = useDesk();
  const presence = presenceOf(seat);
  const here = seat.minutes === "in";
  const back = seat.minutes === "away";
  return (
    <li data-presence={presence}>
      <span class="dot" aria-hidden="true" />
      <span class="roll-name">
        {seat.name} {presence !== "here" && <span class="hint">{say(`presence.${presence}`)}</span>}
      </span>
      <Act
        ask="confirm_minutes"
        with={{ seat: seat.seat, what: back ? "back" : "in" }}
        off={here}
        pressed={here}
        label={say("roll_call.is_here", { name: seat.name })}
      >
        {say("roll_call.here")}
      </Act>
      <Act
        ask="confirm_minutes"
        with={{ seat: seat.seat, what: "away" }}
        off={!here}
        pressed={back}
        label={say("roll_call.is_away", { name: seat.name })}
      >
        {say("roll_call.away")}
      </Act>
    </li>
  );
}
