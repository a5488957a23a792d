/** The writer's own leave to show named words to the group, without the name. Never ticked for anyone. */
import type { ActivityShape } from "../protocol";
import { sayLater as say } from "./later_words";
import type { Phone } from "./phone";
import { isOpen } from "./screen";

export function OkToShow({ phone, activity }: { phone: Phone; activity: ActivityShape }) {
  const { run } = activity;
  const id = `ok-${run}`;
  // Over a question that has closed without them there is nothing to be shown.
  if (!isOpen(activity) && !phone.answering.ownAnswer(run)?.answer) return null;
  return (
    <div class="tick">
      <input
        id={id}
        type="checkbox"
        checked={phone.answering.written(activity).ok_to_show}
        disabled={!isOpen(activity)}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => phone.answering.write(activity, { ok_to_show: currentTarget.checked })}
      />
      <label for={id}>{say("ok_to_show")}</label>
      <p id={`${id}-hint`} class="hint">
        {say("ok_to_show.hint")}
      </p>
    </div>
  );
}
