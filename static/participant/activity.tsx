/** One activity on the phone: the question, the promise before any answer, Pass and Send, and the line that tells the truth. */
import type { OnPhones } from "../lib/kind";
import type { ActivityShape } from "../protocol";
import { AnswerButtons } from "./answer_buttons";
import { language } from "./language";
import { Later } from "./later";
import type { Phone } from "./phone";
import { PromiseLine } from "./promise";
import { isOpen } from "./screen";
import { NotHereYet, useKind } from "./use_kind";

interface Props {
  phone: Phone;
  activity: ActivityShape;
  finishing: boolean;
}

export function Activity({ phone, activity, finishing }: Props) {
  const { module, again } = useKind(activity.kind);
  const composes = module?.composes?.(activity.settings) ?? false;
  const pieces = module?.pieces;
  const promise = activity.promise && !pieces && (
    <PromiseLine promise={activity.promise} composes={composes} insecure={phone.notices.insecure} />
  );
  return (
    <section class="activity" aria-label={String(activity.settings.title ?? phone.view.value?.step?.title ?? "")}>
      {(finishing || activity.phase === "last_call") && (
        <Later draw={({ MovingOn }) => <MovingOn phone={phone} activity={activity} finishing={finishing} />} />
      )}
      {module?.asksSeveral && promise}
      {module && activity.shared && (
        <Later draw={({ LivingQuestion }) => <LivingQuestion phone={phone} activity={activity} module={module} />} />
      )}
      {module && !activity.shared && <Question phone={phone} activity={activity} module={module} />}
      {!module && <NotHereYet again={again} />}
      {!module?.asksSeveral && promise}
      {/* Below the questions: it may come a moment later, and nothing moves away under a thumb. */}
      {module?.looksBack && <Later waits draw={({ LastTime }) => <LastTime />} />}
      {module && composes && activity.promise === "named" && (
        <Later waits draw={({ OkToShow }) => <OkToShow phone={phone} activity={activity} />} />
      )}
      {pieces && <Later draw={({ Ladders }) => <Ladders phone={phone} activity={activity} module={module} />} />}
      {module && activity.promise === "private" && (
        <Later draw={({ PrivateButtons }) => <PrivateButtons phone={phone} activity={activity} module={module} />} />
      )}
      {module && !pieces && (activity.promise === "named" || activity.promise === "anonymous") && (
        <AnswerButtons phone={phone} activity={activity} />
      )}
    </section>
  );
}

function Question({ phone, activity, module }: Omit<Props, "finishing"> & { module: OnPhones }) {
  return (
    <module.Participant
      settings={activity.settings}
      draft={phone.answering.written(activity).answer}
      setDraft={(draft) => phone.answering.write(activity, { answer: draft })}
      disabled={activity.promise !== null && !isOpen(activity)}
      language={language.value}
    />
  );
}
