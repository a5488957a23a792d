/** The whole tablet: agenda, stage and live column under one line, over one bar. */
import { Agenda } from "./agenda/agenda";
import { Bar } from "./bar/bar";
import { Peek } from "./bar/peek";
import { type Desk, DeskContext } from "./desk";
import { GrownCall } from "./grown_call";
import { Header } from "./header/header";
import { QuietLine } from "./header/quiet_line";
import { Side } from "./side/side";
import { Stage } from "./stage/stage";
import { Waiting } from "./waiting";

export function Cockpit({ desk }: { desk: Desk }) {
  const view = desk.link.view.value;
  return (
    <DeskContext.Provider value={desk}>
      {view ? (
        <div class="cockpit" data-hand={desk.hand.value} data-held={view.held}>
          <Header />
          <QuietLine />
          <Agenda />
          <Stage />
          <Side />
          <GrownCall />
          <Peek />
          <Bar />
        </div>
      ) : (
        <Waiting />
      )}
    </DeskContext.Provider>
  );
}
