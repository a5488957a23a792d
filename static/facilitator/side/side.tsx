/** The live column. Support stays on top whatever else is open; then words to approve; then the group. */
import { useDesk, useView } from "../desk";
import { useFocusOn } from "../focus";
import type { Side as Shown } from "../layers";
import { Region } from "../region";
import { sortedCalls } from "../state/support";
import { AddSeat } from "./add_seat";
import { Approve } from "./approve";
import { EnterAnswer } from "./enter_answer";
import { Group } from "./group";
import { Knocks } from "./knocks";
import { Round } from "./round";
import { Seat } from "./seat";
import { Support } from "./support";
import { WordsList } from "./words_list";

export function Side() {
  const { say, side, drawer } = useDesk();
  const place = useFocusOn<HTMLElement>(side.value, side.value.show !== "group");
  return (
    <aside
      ref={place}
      tabIndex={-1}
      inert={sortedCalls(useView().calls).grown !== null}
      class="side"
      aria-label={say("side.title")}
      data-open={drawer.value === "live"}
      id="live"
    >
      <Region at="support">
        <Support />
      </Region>
      <Region at={`side ${side.value.show}`}>
        <Panel shown={side.value} />
      </Region>
    </aside>
  );
}

function Panel({ shown }: { shown: Shown }) {
  switch (shown.show) {
    case "words":
      return <WordsList />;
    case "round":
      return <Round />;
    case "seat":
      return <Seat key={shown.seat} seat={shown.seat} />;
    case "enter":
      return <EnterAnswer key={shown.run} seat={shown.seat} run={shown.run} />;
    case "add_seat":
      return <AddSeat />;
    case "group":
      return (
        <div class="side-scroll">
          <Knocks />
          <Approve />
          <Group />
        </div>
      );
  }
}
