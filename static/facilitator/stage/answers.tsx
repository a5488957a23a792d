/** The tally of the present run in full, drawn by its kind. */
import { useDesk, useView } from "../desk";
import { Refused } from "../region";
import { Scroll } from "../scroll";
import { questionsOf } from "../state/activity";
import { collects, runsOf } from "../state/runs";
import { LayerHead } from "./heading";
import { RunCard } from "./run_card";
import { RunFace } from "./run_face";

export function Answers() {
  const { say } = useDesk();
  const { present } = runsOf(useView());
  if (!present) return <LayerHead title={say("answers.none")} />;
  const { settings } = present.activity;
  const questions = questionsOf({ settings });
  // What lives is led from here, whether or not it asks for answers too.
  const led = present.activity.shared !== undefined || !collects(present);
  const ours = say(led ? "answers.lead" : "answers.title");
  const title = typeof settings.title === "string" ? settings.title : ours;
  return (
    <>
      <LayerHead title={title} />
      <Scroll class="answers" label={title}>
        {questions.length === 1 && questions[0] !== title && <p class="answers-question">{questions[0]}</p>}
        <RunFace run={present} />
      </Scroll>
      <Refused />
      <RunCard run={present} />
    </>
  );
}
