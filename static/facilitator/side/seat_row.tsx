/** One person on the roster: presence as a mark and a word, and whether they asked for time. No value, ever. */
import { Icon } from "../../lib/icons";
import type { RosterShape } from "../../protocol";
import { useDesk, useView } from "../desk";
import { presenceOf } from "../state/roster";
import { runsOf } from "../state/runs";
import { minutesSince } from "../state/timer";

export function SeatRow({ seat, short }: { seat: RosterShape; short: string | null }) {
  const { say, side } = useDesk();
  const presence = presenceOf(seat);
  const asked = seat.asks.length > 0;
  return (
    <li>
      <button
        type="button"
        class="seat-row"
        data-presence={presence}
        data-asked={asked}
        onClick={() => (side.value = { show: "seat", seat: seat.seat })}
      >
        <span class="dot" aria-hidden="true" />
        <span class="seat-name">
          {short ? <abbr title={seat.name}>{short}</abbr> : seat.name}
          <Answered seat={seat} />
          {seat.here && seat.heard === false && <NotHeardYet />}
        </span>
        <span class="seat-says">
          <PresenceWord seat={seat} />
          {asked && (
            <span class="asked-for">
              <Icon name="support" />
              <span class="asked-words">{seat.asks.map((ask) => say(`ask.${ask}`)).join(", ")}</span>
            </span>
          )}
        </span>
      </button>
    </li>
  );
}

function PresenceWord({ seat }: { seat: RosterShape }) {
  const { say, second } = useDesk();
  const presence = presenceOf(seat);
  const count = minutesSince(seat.since, second.value);
  const key = presence === "away" && count > 0 ? "presence.away_for" : `presence.${presence}`;
  return <span class={presence === "here" ? "aside" : "presence-word"}>{say(key, { count })}</span>;
}

/** Only for a named run; an anonymous one brings no such knowledge. */
function Answered({ seat }: { seat: RosterShape }) {
  const { say } = useDesk();
  const run = runsOf(useView()).present?.activity.run;
  if (!run || !seat.answered?.[run]) return null;
  return (
    <span class="answered">
      <Icon name="check" />
      <span class="aside">{say("seat.answered")}</span>
    </span>
  );
}

/** An open mark for the eye; the words are for the ear, and for the panel of the round. */
function NotHeardYet() {
  const { say } = useDesk();
  return (
    <span class="not-heard">
      <span class="aside">{say("seat.not_heard")}</span>
    </span>
  );
}
