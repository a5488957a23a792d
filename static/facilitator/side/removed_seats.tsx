/** Seats that were removed, with the way back in. */
import type { RosterShape } from "../../protocol";
import { Act } from "../act";
import { useDesk } from "../desk";

export function RemovedSeats({ seats }: { seats: RosterShape[] }) {
  const { say } = useDesk();
  if (seats.length === 0) return null;
  return (
    <ul class="removed">
      {seats.map(({ seat, name }) => (
        <li key={seat}>
          <span class="hint">{say("seat.removed", { name })}</span>
          <Act ask="readmit_seat" with={{ seat }}>
            {say("seat.readmit")}
          </Act>
        </li>
      ))}
    </ul>
  );
}
