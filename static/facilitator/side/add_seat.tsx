/** A seat for somebody without a phone: staff enter what they answer with their name. */
import { useState } from "preact/hooks";
import { Act, tapOnEnter } from "../act";
import { useDesk } from "../desk";
import { GROUP } from "../layers";
import { Refused } from "../region";
import { ClinicTablet } from "./clinic_tablet";
import { PanelHead } from "./panel_head";

export function AddSeat() {
  const { say, side } = useDesk();
  const [name, setName] = useState("");
  const wanted = name.trim();
  return (
    <section class="panel">
      <PanelHead title={say("add_seat.title")} />
      <form class="seat-confirm" onSubmit={tapOnEnter}>
        <label for="add-seat">{say("add_seat.name")}</label>
        <input id="add-seat" value={name} autocomplete="off" onInput={(event) => setName(event.currentTarget.value)} />
        <p class="hint">{say("add_seat.what")}</p>
        <Act
          ask="add_seat"
          with={{ name: wanted }}
          off={wanted === ""}
          then={() => (side.value = GROUP)}
          class="strong"
        >
          {say("add_seat.now")}
        </Act>
      </form>
      <ClinicTablet />
      <Refused />
    </section>
  );
}
