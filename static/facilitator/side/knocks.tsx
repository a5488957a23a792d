/** Someone typed the code and waits at the door; silent, so that nobody has to look up. */
import { Icon } from "../../lib/icons";
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { Refused } from "../region";
import { grouped } from "../state/roster";

export function Knocks() {
  const { say } = useDesk();
  const { knocking } = grouped(useView().roster);
  if (knocking.length === 0) return null;
  return (
    <section class="knocks">
      <h2>{say("knock.title")}</h2>
      {knocking.map(({ seat, name, admission }) => (
        <div class="knock" key={seat}>
          <p>
            <Icon name="person" /> <strong>{name}</strong>{" "}
            {admission === "next_step" && <span class="hint">{say("knock.waits")}</span>}
          </p>
          <div class="pair-of-buttons">
            <Act ask="admit" with={{ seat, when: "now" }}>
              {say("knock.now")}
            </Act>
            {admission === "knocking" && (
              <Act ask="admit" with={{ seat, when: "next_step" }}>
                {say("knock.next_step")}
              </Act>
            )}
          </div>
        </div>
      ))}
      <Refused />
    </section>
  );
}
