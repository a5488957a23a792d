/** The name a person is called by, in this group, today. */
import { useState } from "preact/hooks";
import type { RosterShape } from "../../protocol";
import { Act, tapOnEnter } from "../act";
import { useDesk } from "../desk";

export function Rename({ seat, close }: { seat: RosterShape; close: () => void }) {
  const { say } = useDesk();
  const [name, setName] = useState(seat.name);
  const wanted = name.trim();
  const field = `name-${seat.seat}`;
  return (
    <form class="seat-confirm" onSubmit={tapOnEnter}>
      <label for={field} class="hint">
        {say("rename.how")}
      </label>
      <input id={field} value={name} autocomplete="off" onInput={(event) => setName(event.currentTarget.value)} />
      <Act ask="rename_seat" with={{ seat: seat.seat, name: wanted }} off={wanted === ""} then={close}>
        {say("rename.now")}
      </Act>
    </form>
  );
}
