/** The foot of the stage: a small live picture of the wall, and the run of the present activity or what comes next. */
import type { PlanStepShape } from "../../protocol";
import { useDesk, useView } from "../desk";
import { wholeMinutes } from "../state/agenda";
import { runsOf } from "../state/runs";
import { MiniWall } from "./mini_wall";
import { OtherRuns } from "./other_runs";
import { RunCard } from "./run_card";

export function Dock({ next }: { next: PlanStepShape | null }) {
  const { say } = useDesk();
  const view = useView();
  const { present, others } = runsOf(view);
  return (
    <div class="dock">
      <MiniWall />
      <div class="dock-run">
        {view.cannot_open && <p class="cannot-open">{say(`cannot_open.${view.cannot_open}`, { k: view.k })}</p>}
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
