/** What phones and the wall show in a step, so that the therapist need not look round. */
import { Blocks } from "../../lib/blocks";
import type { Block, PlanStepShape } from "../../protocol";
import { useDesk } from "../desk";
import { activityOf, questionsOf } from "../state/activity";

export function GroupSees({ step }: { step: PlanStepShape }) {
  const { say } = useDesk();
  const activity = activityOf(step);
  const nothing = !activity && [step.everyone, step.display, step.phone].every(({ length }) => length === 0);
  if (nothing) return null;
  return (
    <section class="group-sees">
      <h3>{say("sees.title")}</h3>
      <Part blocks={step.everyone} />
      <Part blocks={step.display} title={say("sees.wall")} />
      <Part blocks={step.phone} title={say("sees.phones")} />
      {activity && (
        <div class="sees-activity">
          {activity.promise && <p class="sees-promise">{say(`promise.${activity.promise}`)}</p>}
          {questionsOf(activity).map((question) => (
            <p key={question}>{question}</p>
          ))}
        </div>
      )}
    </section>
  );
}

function Part({ blocks, title }: { blocks: Block[]; title?: string }) {
  if (blocks.length === 0) return null;
  return (
    <div class="sees-part">
      {title && <h4>{title}</h4>}
      <Blocks blocks={blocks} />
    </div>
  );
}
