/** Staff say who came, left, stepped out or came back, and how long ago; phones only suggest. */
import { useState } from "preact/hooks";
import type { RosterShape } from "../../protocol";
import { Act } from "../act";
import { useDesk } from "../desk";

const AGO = [0, 2, 5, 10, 15, 30];

export function Minutes({ seat }: { seat: RosterShape }) {
  const { say } = useDesk();
  const [ago, setAgo] = useState(0);
  const name = `ago-${seat.seat}`;
  return (
    <fieldset class="minutes-box">
      <legend>{say("minutes.title")}</legend>
      <div class="field-row">
        <label for={name} class="hint">
          {say("minutes.when")}
        </label>
        <select id={name} value={ago} onChange={(event) => setAgo(Number(event.currentTarget.value))}>
          {AGO.map((count) => (
            <option key={count} value={count}>
              {say(count === 0 ? "minutes.now" : "minutes.ago", { count })}
            </option>
          ))}
        </select>
      </div>
      <div class="minutes-buttons">
        {offered(seat).map((what) => (
          <Act
            key={what}
            ask="confirm_minutes"
            with={{ seat: seat.seat, what, minutes_ago: ago }}
            then={() => setAgo(0)}
          >
            {say(`minutes.${what}`)}
          </Act>
        ))}
      </div>
    </fieldset>
  );
}

/** Only what can have happened from here. */
function offered({ minutes }: RosterShape): ("in" | "out" | "away" | "back")[] {
  if (minutes === "in") return ["away", "out"];
  if (minutes === "away") return ["back", "out"];
  return ["in"];
}
