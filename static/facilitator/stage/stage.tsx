/** The centre of the cockpit: one thing at a time. What the room needs comes before what was opened. */
import { useDesk, useView } from "../desk";
import { useFocusOn } from "../focus";
import { AddModule } from "../layer/add_module";
import { CheckRoom } from "../layer/check_room";
import { Concern } from "../layer/concern";
import { End } from "../layer/end";
import { Ending } from "../layer/ending";
import { Held } from "../layer/held";
import { JoinCode } from "../layer/join_code";
import { Jottings } from "../layer/jottings";
import { RollCall } from "../layer/roll_call";
import { Walls } from "../layer/walls";
import type { Stage as Shown } from "../layers";
import { Region } from "../region";
import { sortedCalls } from "../state/support";
import { Answers } from "./answers";
import { Now } from "./now";
import { PreviewBlock } from "./preview_block";
import { PreviewStep } from "./preview_step";

export function Stage() {
  const { stage } = useDesk();
  const { phase, calls } = useView();
  const place = useFocusOn<HTMLElement>(stage.value, stage.value.show !== "now");
  const over = phase === "ending" || phase === "ended";
  return (
    <Region at="stage">
      <main class="stage" ref={place} tabIndex={-1} inert={sortedCalls(calls).grown !== null}>
        {over && stage.value.show === "now" ? <Ending /> : <Layer shown={stage.value} />}
      </main>
    </Region>
  );
}

function Layer({ shown }: { shown: Shown }) {
  switch (shown.show) {
    case "now":
      return <Present />;
    case "answers":
      return <Answers />;
    case "step":
      return <PreviewStep step={shown.step} />;
    case "block":
      return <PreviewBlock block={shown.block} />;
    case "join":
      return <JoinCode />;
    case "walls":
      return <Walls />;
    case "concern":
      return <Concern response={shown.response} />;
    case "jottings":
      return <Jottings />;
    case "roll_call":
      return <RollCall />;
    case "add_module":
      return <AddModule after={shown.after} />;
    case "end":
      return <End />;
  }
}

function Present() {
  const { phase, held } = useView();
  if (phase === "gathering") return <CheckRoom />;
  return held ? <Held /> : <Now />;
}
