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
      <h2 class="aside">{say("knock.title")}</h2>
      {knocking.map(({ seat, name, admission }) => (
        <div class="knock" key={seat}>
          <p>
            <Icon name="person" /> <strong>{name}</strong>{" "}
            {admission === "next_step" && <span class="hint">{say("knock.waits")}</span>}
          </p>
          <Act ask="admit" with={{ seat, when: "now" }} label={say("knock.now", { name })}>
            {say("knock.now.short")}
          </Act>
          {admission === "knocking" && (
            <Act ask="admit" with={{ seat, when: "next_step" }} label={say("knock.next_step", { name })}>
              {say("knock.next_step.short")}
            </Act>
          )}
        </div>
      ))}
      <Refused />
    </section>
  );
}
