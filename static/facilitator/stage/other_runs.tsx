/** Runs of earlier steps that still want something: last words being written, ten seconds of closing, a result shown. */
import type { RunShape } from "../../protocol";
import { Act } from "../act";
import { useDesk } from "../desk";
import { questionsOf } from "../state/activity";
import { secondsUntil } from "../state/timer";

export function OtherRuns({ runs }: { runs: RunShape[] }) {
  const { say } = useDesk();
  if (runs.length === 0) return null;
  return (
    <ul class="other-runs" aria-label={say("run.others")}>
      {runs.map((run) => (
        <OtherRun key={run.activity.run} run={run} />
      ))}
    </ul>
  );
}

function OtherRun({ run }: { run: RunShape }) {
  const { say, second } = useDesk();
  const { phase, closes_at, settings } = run.activity;
  const name = typeof settings.title === "string" ? settings.title : (questionsOf({ settings })[0] ?? "");
  const count = secondsUntil(closes_at, second.value);
  const of = { run: run.activity.run };
  return (
    <li>
      <span class="other-name">{name}</span>
      {phase !== "closed" && <span class="hint">{say(`other.${phase}`, { count })}</span>}
      {phase === "closing" && run.can_reopen && (
        <Act ask="reopen_activity" with={of}>
          {say("run.undo_close")}
        </Act>
      )}
      {phase === "closed" && run.on_wall && (
        <Act ask="hide_result" with={{ ...of, where: "wall" }}>
          {say("run.hide_wall")}
        </Act>
      )}
      {phase === "closed" && run.on_phones && (
        <Act ask="hide_result" with={{ ...of, where: "phones" }}>
          {say("run.hide_phones")}
        </Act>
      )}
    </li>
  );
}
