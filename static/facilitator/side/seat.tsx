/** One seat: what they answered with their name (hidden until tapped), their minutes, and what staff may do. */
import { useState } from "preact/hooks";
import type { RosterShape } from "../../protocol";
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { GROUP } from "../layers";
import { Refused } from "../region";
import { presenceOf } from "../state/roster";
import { runsOf } from "../state/runs";
import { minutesSince } from "../state/timer";
import { Minutes } from "./minutes";
import { PanelHead } from "./panel_head";
import { Rename } from "./rename";
import { SeatLink } from "./seat_link";
import { Values } from "./values";

export function Seat({ seat: id }: { seat: string }) {
  const { say, second } = useDesk();
  const seat = useView().roster.find((one) => one.seat === id);
  if (!seat) return <PanelHead title={say("seat.gone")} />;
  const presence = presenceOf(seat);
  const count = minutesSince(seat.since, second.value);
  return (
    <section class="panel">
      <PanelHead title={seat.name} />
      <div class="scroll seat">
        <p class="hint">
          {[
            say(`presence.${presence}`, { count }),
            ...seat.asks.map((ask) => say("seat.asked", { what: say(`ask.${ask}`) })),
          ].join(" · ")}
        </p>
        <Refused />
        <Values seat={seat} />
        <Minutes seat={seat} />
        <SeatMore seat={seat} />
      </div>
    </section>
  );
}

function SeatMore({ seat }: { seat: RosterShape }) {
  const { say, side } = useDesk();
  const [open, setOpen] = useState<"link" | "rename" | "remove" | null>(null);
  const run = runsOf(useView()).present?.activity;
  const mayEnter = run?.promise === "named" && run.phase !== "closed";
  const toggle = (which: "link" | "rename" | "remove") => setOpen(open === which ? null : which);
  return (
    <div class="seat-more">
      {mayEnter && run && (
        <button type="button" onClick={() => (side.value = { show: "enter", seat: seat.seat, run: run.run })}>
          {say("enter.open", { name: seat.name })}
        </button>
      )}
      <button type="button" aria-expanded={open === "link"} onClick={() => toggle("link")}>
        {say(seat.phone === "none" ? "seat_link.first" : "seat_link.new")}
      </button>
      {open === "link" && <SeatLink seat={seat} />}
      <button type="button" aria-expanded={open === "rename"} onClick={() => toggle("rename")}>
        {say("rename.open")}
      </button>
      {open === "rename" && <Rename seat={seat} close={() => setOpen(null)} />}
      <button type="button" aria-expanded={open === "remove"} onClick={() => toggle("remove")}>
        {say("seat.remove")}
      </button>
      {open === "remove" && <Remove seat={seat} />}
    </div>
  );
}

function Remove({ seat }: { seat: RosterShape }) {
  const { say, side } = useDesk();
  return (
    <div class="seat-confirm">
      <p class="hint">{say("seat.remove.what", { name: seat.name })}</p>
      <Act ask="remove_seat" with={{ seat: seat.seat }} then={() => (side.value = GROUP)} class="stop">
        {say("seat.remove.now")}
      </Act>
    </div>
  );
}
