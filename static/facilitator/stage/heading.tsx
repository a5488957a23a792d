/** Where we are and how long there is. */
import type { ComponentChildren } from "preact";
import { useDesk } from "../desk";
import type { Place } from "../state/agenda";
import { Timer } from "./timer";

export function Heading({ place }: { place: Place }) {
  const { say } = useDesk();
  const where = say("stage.where", { module: place.block.title, number: place.number, of: place.of });
  return (
    <StageHead small={place.block.what === "break" ? "" : where} title={place.step.title}>
      <Timer />
    </StageHead>
  );
}

export function StageHead(props: { small?: string; title: string; children?: ComponentChildren }) {
  return (
    <div class="stage-head">
      <div>
        {props.small && <p class="stage-where">{props.small}</p>}
        <h2 class="stage-title">{props.title}</h2>
      </div>
      {props.children}
    </div>
  );
}

/** The head of something opened over the step; one tap goes back to what the group is doing. */
export function LayerHead({ title, small }: { title: string; small?: string }) {
  const { say, stage, link } = useDesk();
  return (
    <StageHead title={title} {...(small ? { small } : {})}>
      <button type="button" onClick={() => (stage.value = { show: "now" })}>
        {say(link.view.value?.phase === "running" ? "back_to_now" : "close")}
      </button>
    </StageHead>
  );
}
