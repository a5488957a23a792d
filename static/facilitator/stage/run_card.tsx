/** The present run: how many have answered, and what may be done with it now. */
import type { RunShape } from "../../protocol";
import { useDesk, useView } from "../desk";
import { answeredCount } from "../state/roster";
import { closedForGood, collects } from "../state/runs";
import { secondsUntil } from "../state/timer";
import { RunActions } from "./run_actions";

export function RunCard({ run }: { run: RunShape }) {
  const { say, stage } = useDesk();
  const lives = run.activity.shared !== undefined;
  const asks = collects(run);
  const open = () => {
    stage.value = { show: "answers" };
  };
  const counts = asks && (run.activity.phase === "open" || run.activity.phase === "last_call");
  const here = stage.value.show === "now";
  const see = asks && (run.tally || lives) && here && (
    <button type="button" class={lives ? "strong" : "quiet"} onClick={open}>
      {say(lives ? "answers.lead_and_see" : "answers.open")}
    </button>
  );
  return (
    <section class="run" aria-label={say("run.title")} data-phase={run.activity.phase}>
      {/* Where it is led, nobody has to be told that it is. */}
      {(asks || here) && (
        <p class="run-says">
          <span class="how-many" data-many={run.how_many} aria-hidden="true" hidden={!counts} />
          <RunSays run={run} />
          {!counts && !lives && see}
        </p>
      )}
      {lives && !asks && here && (
        <button type="button" class="strong" onClick={open}>
          {say("answers.lead")}
        </button>
      )}
      <div class="run-actions">
        {lives && see}
        <RunActions run={run} />
        {counts && !lives && see}
      </div>
    </section>
  );
}

function RunSays({ run }: { run: RunShape }) {
  const { say, second } = useDesk();
  const { roster, k } = useView();
  const { phase, promise, closes_at } = run.activity;
  if (promise === null) return <>{say(run.activity.shared ? "run.lives" : "run.no_answers")}</>;
  if (promise === "private") return <>{say("run.private")}</>;
  if (run.too_few) return <>{say("run.too_few", { k })}</>;
  if (phase === "last_call") return <>{say("run.last_call", { count: secondsUntil(closes_at, second.value) })}</>;
  if (phase === "closing") return <>{say("run.closing", { count: secondsUntil(closes_at, second.value) })}</>;
  if (run.asked_aloud) return <>{say("run.asked_aloud")}</>;
  if (closedForGood(run)) return <>{say("run.closed")}</>;
  const counted = promise === "named" ? answeredCount(roster, run.activity.run) : null;
  const many = counted ? say("run.counted", counted) : say(`many.${run.how_many}`);
  return (
    <span>
      {many} <span class="hint">{promise === "anonymous" && say("run.held")}</span>
    </span>
  );
}
