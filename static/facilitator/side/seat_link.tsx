/** A QR that brings a new phone to this seat. Once it is used the old phone stops, so it says so first. */
import { useState } from "preact/hooks";
import type { RosterShape } from "../../protocol";
import { Act } from "../act";
import { useDesk } from "../desk";
import { Qr } from "../qr";

export function SeatLink({ seat }: { seat: RosterShape }) {
  const { say, link } = useDesk();
  const [wanted, setWanted] = useState(false);
  const told = link.seatLink.value;
  const mine = wanted && told?.seat === seat.seat ? told : null;
  if (mine) {
    return (
      <figure class="seat-link">
        <Qr path={mine.qr} size={mine.size} label={say("seat_link.qr", { name: seat.name })} />
        <figcaption class="hint">{say("seat_link.how", { name: seat.name })}</figcaption>
      </figure>
    );
  }
  return (
    <div class="seat-confirm">
      <p class="hint">{say(seat.phone === "none" ? "seat_link.first.what" : "seat_link.what")}</p>
      <Act ask="seat_link" with={{ seat: seat.seat }} then={() => setWanted(true)}>
        {say("seat_link.make")}
      </Act>
    </div>
  );
}
