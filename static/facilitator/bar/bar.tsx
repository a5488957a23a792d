/** The bottom bar, at thumb height. *Next* is always in the same place; nothing here ends anything. */
import { Icon } from "../../lib/icons";
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { NOW } from "../layers";
import { Refused, Region } from "../region";
import { placeOf } from "../state/agenda";
import { NextButton } from "./next";
import { UndoButton } from "./undo";

export function Bar() {
  const { say } = useDesk();
  return (
    <Region at="bar">
      <footer class="controls">
        <Refused />
        <BackButton />
        <PhonesButton />
        <HoldButton />
        <CoverButton />
        <UndoButton />
        <NextButton />
        <h2 class="aside">{say("bar.title")}</h2>
      </footer>
    </Region>
  );
}

function BackButton() {
  const { say, link, stage } = useDesk();
  const { step, phase } = useView();
  const previous = placeOf(link.plan.value, step)?.previous ?? null;
  return (
    <Act
      ask="back_step"
      with={{ from_step: step ?? "" }}
      off={!previous || phase !== "running"}
      then={() => (stage.value = NOW)}
      class="bar-back"
    >
      <Icon name="back" /> {say("back")}
    </Act>
  );
}

function PhonesButton() {
  const { say } = useDesk();
  const { phones, phase } = useView();
  const position = phones === "up" ? "down" : "up";
  return (
    <Act ask="set_phones" with={{ position }} off={phase !== "running"} class="bar-phones">
      <Icon name={position === "down" ? "phone_down" : "phone_up"} /> {say(`phones.${position}`)}
    </Act>
  );
}

function HoldButton() {
  const { say, stage } = useDesk();
  const { held, phase } = useView();
  const back = () => {
    stage.value = NOW;
  };
  return (
    <Act ask={held ? "resume" : "hold"} with={{}} off={phase !== "running"} pressed={held} then={back} class="bar-hold">
      <Icon name={held ? "resume" : "hold"} /> {say(held ? "resume" : "hold")}
    </Act>
  );
}

function CoverButton() {
  const { say } = useDesk();
  const { covered } = useView();
  return (
    <Act ask="set_cover" with={{ covered: !covered }} pressed={covered} class="bar-cover">
      <Icon name={covered ? "uncover" : "cover"} /> {say(covered ? "uncover" : "cover")}
    </Act>
  );
}
