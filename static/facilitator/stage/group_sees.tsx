/** What phones and the wall show in a step, so that the therapist need not look round. */
import { Blocks } from "../../lib/blocks";
import type { Block, PlanStepShape } from "../../protocol";
import { useDesk } from "../desk";
import { activityOf, readIn } from "../state/activity";

export function GroupSees({ step }: { step: PlanStepShape }) {
  const { say } = useDesk();
  const activity = activityOf(step);
  const read = activity ? readIn(activity) : [];
  const parts = [step.everyone, step.display, step.phone, read];
  if (!activity?.promise && parts.every(({ length }) => length === 0)) return null;
  return (
    <section class="group-sees">
      <h3>{say("sees.title")}</h3>
      <Part blocks={step.everyone} />
      <Part blocks={step.display} title={say("sees.wall")} />
      <Part blocks={step.phone} title={say("sees.phones")} />
      {(activity?.promise || read.length > 0) && (
        <div class="sees-activity">
          {activity?.promise && <p class="sees-promise">{say(`promise.${activity.promise}`)}</p>}
          {read.map((question) => (
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
