/** A round of voices: tap whoever has been heard. Only tablets know; a step or a new round begins anew. */
import { Icon } from "../../lib/icons";
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { Refused } from "../region";
import { inTheRound } from "../state/roster";
import { PanelHead } from "./panel_head";

export function Round() {
  const { say } = useDesk();
  const { seats, left, begun } = inTheRound(useView().roster);
  return (
    <section class="panel">
      <PanelHead title={say("round.title")} />
      <div class="scroll round">
        <p class="hint" role="status">
          {!begun && say("round.how")}
          {begun && (left > 0 ? say("round.left", { count: left }) : say("round.all"))}
        </p>
        <Refused />
        {seats.length === 0 && <p class="hint">{say("group.none")}</p>}
        <ul class="plain round-seats">
          {seats.map(({ seat, name, heard }) => (
            <li key={seat}>
              <Act
                ask="mark_heard"
                with={{ seat, heard: !heard }}
                pressed={heard === true}
                label={say("round.heard", { name })}
              >
                <span>{name}</span>
                {heard && <Icon name="check" />}
              </Act>
            </li>
          ))}
        </ul>
        <Act ask="new_round" with={{}} off={!begun}>
          {say("round.new")}
        </Act>
        <p class="hint">{say("round.private")}</p>
      </div>
    </section>
  );
}
