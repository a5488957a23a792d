/** The roster. A few people are one column of names, more are two, many are two of initials: few tablets then scroll. */
import { Icon } from "../../lib/icons";
import { useDesk, useView } from "../desk";
import { Refused } from "../region";
import { grouped, initials, inTheRound } from "../state/roster";
import { RemovedSeats } from "./removed_seats";
import { SeatRow } from "./seat_row";

const ONE_COLUMN = 4;
const NAMES = 10;

export function Group() {
  const { say, side } = useDesk();
  const { seats, removed } = grouped(useView().roster);
  const short = seats.length > NAMES ? initials(seats.map(({ name }) => name)) : null;
  return (
    <section class="roster-part">
      <h2>
        <span>{say("group.title")}</span>
        <RoundButton />
        <button
          type="button"
          class="quiet icon-button"
          aria-label={say("add_seat.title")}
          onClick={() => (side.value = { show: "add_seat" })}
        >
          <Icon name="add" />
        </button>
      </h2>
      {seats.length === 0 && <p class="hint">{say("group.none")}</p>}
      <ul class="roster" data-columns={seats.length > ONE_COLUMN ? 2 : 1} data-short={short !== null}>
        {seats.map((seat) => (
          <SeatRow key={seat.seat} seat={seat} short={short?.get(seat.name) ?? null} />
        ))}
      </ul>
      <Refused />
      <RemovedSeats seats={removed} />
    </section>
  );
}

/** How many have not been heard yet, once a round is counted. */
function RoundButton() {
  const { say, side } = useDesk();
  const { begun, left } = inTheRound(useView().roster);
  return (
    <button type="button" class="quiet round-open" onClick={() => (side.value = { show: "round" })}>
      {begun ? say("round.left_short", { count: left }) : say("round.open")}
    </button>
  );
}
