/** The present step: its title, its text, one activity, and what the group was shown. */
import { Blocks } from "../lib/blocks";
import { Activity } from "./activity";
import { say } from "./language";
import { Later } from "./later";
import type { Phone } from "./phone";

export function StepScreen({ phone }: { phone: Phone }) {
  const view = phone.view.value;
  const activity = phone.activity.value;
  if (!view) return null;
  const { step, lingering, shown } = view;
  const finishing = activity !== null && activity === lingering;
  const empty = !activity && !shown.length && !step?.blocks.length;
  return (
    <div class="present">
      {view.two_minutes && <Later draw={({ TwoMinutes }) => <TwoMinutes phone={phone} />} />}
      {!finishing && step && (
        <div class="reading">
          <div>
            <p class="module">{step.module}</p>
            <h1>{step.title}</h1>
          </div>
          {step.blocks.length > 0 && <Blocks blocks={step.blocks} />}
        </div>
      )}
      {activity && <Activity key={activity.run} phone={phone} activity={activity} finishing={finishing} />}
      {!finishing &&
        shown.map((result) => <Later key={result.run} draw={({ Result }) => <Result result={result} />} />)}
      {empty && <p class="hint">{say("no_step")}</p>}
      {phone.answering.leftBehind().map((draft) => (
        <Later key={draft.run} draw={({ LeftBehind }) => <LeftBehind phone={phone} draft={draft} />} />
      ))}
    </div>
  );
}
