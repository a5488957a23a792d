/** The buttons of a run, by its phase. Closing can be undone for ten seconds; sealing cannot. */
import { Icon } from "../../lib/icons";
import type { RunShape } from "../../protocol";
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { closedForGood, collects, mayShow } from "../state/runs";

export function RunActions({ run }: { run: RunShape }) {
  const { activity } = run;
  if (!collects(run)) return closedForGood(run) && activity.shared ? <AskAgain run={run} /> : null;
  if (activity.phase === "closing") return <Reopen run={run} />;
  if (closedForGood(run)) return <AfterClose run={run} />;
  return run.nobody_yet ? <NobodyYet run={run} /> : <Close run={run} />;
}

function Close({ run }: { run: RunShape }) {
  const { say } = useDesk();
  const { promise, phase } = run.activity;
  return (
    <>
      <Act ask="close_activity" with={{ run: run.activity.run }} class="strong">
        {say(promise === "anonymous" ? "run.close_release" : "run.close")}
      </Act>
      {phase === "last_call" && (
        <Act ask="more_time" with={{ run: run.activity.run }}>
          {say("run.more_time")}
        </Act>
      )}
    </>
  );
}

/** Nobody answers: three ways on, none of them a fault of the group's. */
function NobodyYet({ run }: { run: RunShape }) {
  const { say } = useDesk();
  const { step } = useView();
  const of = { run: run.activity.run };
  return (
    <>
      <Act ask="more_time" with={of}>
        {say("run.more_time")}
      </Act>
      <Act ask="ask_aloud" with={of}>
        {say("run.ask_aloud")}
      </Act>
      <Act ask="next_step" with={{ from_step: step ?? "" }}>
        {say("run.move_on")}
      </Act>
    </>
  );
}

function Reopen({ run }: { run: RunShape }) {
  const { say } = useDesk();
  return (
    <Act ask="reopen_activity" with={{ run: run.activity.run }} off={!run.can_reopen} class="strong">
      {say("run.undo_close")}
    </Act>
  );
}

function AfterClose({ run }: { run: RunShape }) {
  return (
    <>
      {mayShow(run) && <ShowOrHide run={run} />}
      <AskAgain run={run} />
    </>
  );
}

/** A new run; what has no question is done again. */
function AskAgain({ run }: { run: RunShape }) {
  const { say } = useDesk();
  const { step } = useView();
  if (run.activity.step !== step) return null;
  return (
    <Act ask="ask_again" with={{ step: run.activity.step }}>
      {say(collects(run) ? "run.ask_again" : "run.do_again")}
    </Act>
  );
}

function ShowOrHide({ run }: { run: RunShape }) {
  const { say } = useDesk();
  const places = [
    { where: "wall", shown: run.on_wall },
    { where: "phones", shown: run.on_phones },
  ] as const;
  return (
    <fieldset class="show-on">
      <legend>{say("run.show_on")}</legend>
      {places.map(({ where, shown }) => (
        <Act
          key={where}
          ask={shown ? "hide_result" : "show_result"}
          with={{ run: run.activity.run, where }}
          pressed={shown}
          label={say(`run.show_${where}`)}
        >
          {shown && <Icon name="check" />} {say(`run.${where}`)}
        </Act>
      ))}
    </fieldset>
  );
}
