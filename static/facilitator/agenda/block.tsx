/** One block of the agenda; its steps are open while the group is in it or while it is previewed. */
import { Icon } from "../../lib/icons";
import type { PlanBlockShape, PlanStepShape, PlanView } from "../../protocol";
import { useDesk, useView } from "../desk";
import type { Stage } from "../layers";
import { blockState, wholeMinutes } from "../state/agenda";

export function AgendaBlock({ plan, block }: { plan: PlanView; block: PlanBlockShape }) {
  const { say, stage, drawer } = useDesk();
  const state = blockState(plan, block, useView().step);
  const open = block.what === "module" && (state === "now" || previews(stage.value, block));
  return (
    <li class="block" data-state={state} data-discipline={block.discipline}>
      <button
        type="button"
        class="block-row"
        aria-expanded={block.what === "module" ? open : undefined}
        onClick={() => {
          stage.value = { show: "block", block: block.id };
          drawer.value = null;
        }}
      >
        <span class="tag">{state === "done" ? <Icon name="check" /> : <DisciplineMark block={block} />}</span>
        <span class="block-title">
          {block.title}
          {state === "done" && <span class="aside"> {say("agenda.done")}</span>}
        </span>
        <span class="minutes" title={say("minutes", { count: wholeMinutes(block.minutes) })}>
          {wholeMinutes(block.minutes)}
        </span>
      </button>
      {open && (
        <ol class="steps">
          {block.steps.map((step) => (
            <StepRow key={step.id} step={step} />
          ))}
        </ol>
      )}
    </li>
  );
}

function DisciplineMark({ block }: { block: PlanBlockShape }) {
  const known = ["education", "music", "art", "process", "recreation"] as const;
  const name = known.find((one) => one === block.discipline);
  return <Icon name={block.what === "break" ? "break" : (name ?? "process")} />;
}

function StepRow({ step }: { step: PlanStepShape }) {
  const { say, stage, drawer } = useDesk();
  const view = useView();
  const now = step.id === view.step;
  const looked = stage.value.show === "step" && stage.value.step === step.id;
  const tap = () => {
    stage.value = now ? { show: "now" } : { show: "step", step: step.id };
    drawer.value = null;
  };
  return (
    <li>
      <button type="button" class="step-row" aria-current={now ? "step" : undefined} data-looked={looked} onClick={tap}>
        <span class="step-title">
          {step.title}
          {!now && view.visited.includes(step.id) && (
            <span class="visited">
              <Icon name="check" />
              <span class="aside">{say("agenda.visited")}</span>
            </span>
          )}
        </span>
        <span class="minutes">{wholeMinutes(step.minutes)}</span>
      </button>
    </li>
  );
}

function previews(stage: Stage, block: PlanBlockShape): boolean {
  if (stage.show === "block") return stage.block === block.id;
  return stage.show === "step" && block.steps.some(({ id }) => id === stage.step);
}
