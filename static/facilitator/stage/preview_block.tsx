/** A module of the agenda: how to prepare it, its steps, and adding after it or dropping it. */
import { Blocks } from "../../lib/blocks";
import { Icon } from "../../lib/icons";
import type { PlanBlockShape } from "../../protocol";
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { NOW } from "../layers";
import { Refused } from "../region";
import { Scroll } from "../scroll";
import { wholeMinutes } from "../state/agenda";
import { LayerHead } from "./heading";

export function PreviewBlock({ block: id }: { block: string }) {
  const { say, link } = useDesk();
  const block = link.plan.value?.blocks.find((one) => one.id === id);
  if (!block) return <LayerHead title={say("preview.gone")} />;
  const minutes = say("minutes", { count: wholeMinutes(block.minutes) });
  const kind = block.what === "break" ? "" : `${say(`discipline.${block.discipline}`)} · `;
  return (
    <div class="preview">
      <LayerHead title={block.title} small={`${kind}${minutes}`} />
      <Scroll key={id} label={block.title}>
        <StepList block={block} />
        <div class="notes">
          <Blocks blocks={block.preparation} />
        </div>
      </Scroll>
      <Refused />
      <BlockActions block={block} />
    </div>
  );
}

function StepList({ block }: { block: PlanBlockShape }) {
  const { stage, say } = useDesk();
  return (
    <ol class="step-list">
      {block.steps.map((step) => (
        <li key={step.id}>
          <button type="button" class="quiet" onClick={() => (stage.value = { show: "step", step: step.id })}>
            <span>{step.title}</span>
            <span class="hint">{say("minutes", { count: wholeMinutes(step.minutes) })}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function BlockActions({ block }: { block: PlanBlockShape }) {
  const { say, stage } = useDesk();
  const view = useView();
  const first = block.steps[0]?.id;
  const groupIsIn = block.steps.some(({ id }) => id === view.step);
  const back = () => {
    stage.value = NOW;
  };
  return (
    <div class="preview-foot">
      <button type="button" onClick={() => (stage.value = { show: "add_module", after: block.id })}>
        <Icon name="add" /> {say("add_module.after")}
      </button>
      <Act ask="drop_block" with={{ block: block.id }} off={groupIsIn} then={back}>
        {say("drop_block")}
      </Act>
      {view.step && first && (
        <Act
          ask="go_to_step"
          with={{ from_step: view.step, step: first }}
          off={groupIsIn || view.phase !== "running"}
          then={back}
          class="strong large"
        >
          {say("preview.go_here")}
        </Act>
      )}
    </div>
  );
}
