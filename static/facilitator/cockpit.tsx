/** The whole tablet: agenda, stage and live column under one line, over one bar. */
import { PicturesHere } from "../lib/drawing/pictures";
import { RoomTime } from "../lib/room_time";
import { Agenda } from "./agenda/agenda";
import { Bar } from "./bar/bar";
import { Peek } from "./bar/peek";
import { type Desk, DeskContext } from "./desk";
import { GrownCall } from "./grown_call";
import { Header } from "./header/header";
import { QuietLine } from "./header/quiet_line";
import { Region } from "./region";
import { Side } from "./side/side";
import { Meanwhile } from "./stage/run_face";
import { Stage } from "./stage/stage";
import { Waiting } from "./waiting";

export function Cockpit({ desk }: { desk: Desk }) {
  const view = desk.link.view.value;
  return (
    <DeskContext.Provider value={desk}>
      <PicturesHere.Provider value={desk.link.pictures}>
        <RoomTime.Provider value={desk.link.now}>{view ? <Parts desk={desk} /> : <Waiting />}</RoomTime.Provider>
      </PicturesHere.Provider>
    </DeskContext.Provider>
  );
}

function Parts({ desk }: { desk: Desk }) {
  return (
    <div class="cockpit" data-hand={desk.hand.value}>
      <Header />
      <div class="line">
        <QuietLine />
        <Region at="meanwhile">
          <Meanwhile />
        </Region>
      </div>
      <Agenda />
      <Stage />
      <Side />
      <GrownCall />
      <Peek />
      <Bar />
    </div>
  );
}
