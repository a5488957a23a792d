/** The present step: its title, its text, one activity, and what the group was shown. */
import { Blocks } from "../lib/blocks";
import { Activity } from "./activity";
import { say } from "./language";
import { LeftBehind } from "./left_behind";
import type { Phone } from "./phone";
import { Result } from "./result";
import { TwoMinutes } from "./two_minutes";

export function StepScreen({ phone }: { phone: Phone }) {
  const view = phone.view.value;
  const activity = phone.activity.value;
  if (!view) return null;
  const { step, lingering, shown } = view;
  const finishing = activity !== null && activity === lingering;
  const empty = !activity && !shown.length && !step?.blocks.length;
  return (
    <div class="step">
      <TwoMinutes phone={phone} />
      {!finishing && step && (
        <div class="reading">
          <h1>{step.title}</h1>
          {step.blocks.length > 0 && <Blocks blocks={step.blocks} />}
        </div>
      )}
      {activity && <Activity key={activity.run} phone={phone} activity={activity} finishing={finishing} />}
      {!finishing && shown.map((result) => <Result key={result.run} result={result} />)}
      {empty && <p class="hint">{say("no_step")}</p>}
      {phone.answering.leftBehind().map((draft) => (
        <LeftBehind key={draft.run} phone={phone} draft={draft} />
      ))}
    </div>
  );
}
