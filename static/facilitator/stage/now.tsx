/** The present step: the therapist's notes in front, what the group sees behind them, the room along the foot. */
import { useDesk, useView } from "../desk";
import { Refused } from "../region";
import { Scroll } from "../scroll";
import { placeOf } from "../state/agenda";
import { BreakTime } from "./break_time";
import { Dock } from "./dock";
import { GroupSees } from "./group_sees";
import { Heading } from "./heading";
import { Notes } from "./notes";

export function Now() {
  const { say, link } = useDesk();
  const place = placeOf(link.plan.value, useView().step);
  if (!place) return <p class="stage-empty">{say("stage.no_step")}</p>;
  return (
    <>
      <Heading place={place} />
      {/* The key puts a new step's notes back to their beginning. */}
      <Scroll key={place.step.id} label={say("notes.title")}>
        {place.block.what === "break" ? <BreakTime place={place} /> : <Notes blocks={place.step.notes} />}
        <GroupSees step={place.step} />
      </Scroll>
      <Refused />
      <Dock block={place.block} next={place.next} />
    </>
  );
}
