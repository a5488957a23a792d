/** The foot of the stage: a small live picture of the wall, and the run of the present activity or what comes next. */
import { Icon } from "../../lib/icons";
import type { PlanBlockShape, PlanStepShape } from "../../protocol";
import { useDesk, useView } from "../desk";
import { wholeMinutes } from "../state/agenda";
import { runsOf } from "../state/runs";
import { MiniWall } from "./mini_wall";
import { OtherRuns } from "./other_runs";
import { RunCard } from "./run_card";

export function Dock({ block, next }: { block: PlanBlockShape; next: PlanStepShape | null }) {
  const { say } = useDesk();
  const view = useView();
  const { present, others } = runsOf(view);
  return (
    <div class="dock">
      <MiniWall />
      <div class="dock-run">
        {view.cannot_open && <CannotOpen why={view.cannot_open} block={block} />}
        {present && <RunCard run={present} />}
        {!present && !view.cannot_open && next && (
          <p class="coming">
            <span class="hint">{say("dock.next")}</span>
            <span>
              {next.title} · {say("minutes", { count: wholeMinutes(next.minutes) })}
            </span>
          </p>
        )}
        <OtherRuns runs={others} />
      </div>
    </div>
  );
}

/** Too few are here for an anonymous question: folded paper keeps the promise instead. */
function CannotOpen({ why, block }: { why: string; block: PlanBlockShape }) {
  const { say } = useDesk();
  const { k } = useView();
  return (
    <div class="cannot-open">
      <p>{say(`cannot_open.${why}`, { k })}</p>
      <a class="button" href={`/staff/library/${block.ref}/print?for=group`} target="_blank" rel="noreferrer">
        <Icon name="print" /> {say("cannot_open.paper")}
      </a>
    </div>
  );
}
