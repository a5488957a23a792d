/** *Pass* and *Send*, side by side and of one size, and the line under them. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { ActivityShape } from "../protocol";
import type { Goes } from "./answering";
import { Icon } from "./icons";
import { say } from "./language";
import type { Phone } from "./phone";
import { isOpen } from "./screen";
import { type Status, statusOf } from "./status";

interface Props {
  phone: Phone;
  activity: ActivityShape;
  /** What taking back is, where it is more than saying so. */
  takeBack?: () => void;
  goes?: Goes;
}

export function AnswerButtons({ phone, activity, takeBack, goes }: Props) {
  const nudge = useSignal(false);
  const taps = useSignal(0);
  const { answering } = phone;
  const dirty = answering.dirty(activity, goes);
  const given = givenAnswer(phone, activity);
  const send = () => {
    nudge.value = !answering.send(activity, goes);
    taps.value += 1;
  };
  const status = statusNow(phone, activity, dirty, nudge.value);
  const pass = () => {
    nudge.value = false;
    answering.pass(activity);
  };
  return (
    <div class="answering">
      {isOpen(activity) && (
        <div class="two">
          {given ? (
            <button type="button" class="large" onClick={takeBack ?? (() => answering.takeBack(activity))}>
              {say("take_back")}
            </button>
          ) : (
            <button type="button" class="large" onClick={pass}>
              {say("pass")}
            </button>
          )}
          <button
            type="button"
            class="large primary"
            aria-disabled={given && !dirty}
            onClick={() => (given && !dirty) || send()}
          >
            {say(given ? "send_change" : "send")}
          </button>
        </div>
      )}
      <StatusLine status={status} taps={taps.value} />
    </div>
  );
}

function StatusLine({ status: { key, tone, message }, taps }: { status: Status; taps: number }) {
  const line = useRef<HTMLParagraphElement>(null);
  const now = `${key} ${taps}`;
  const before = useRef(now);
  // On a small phone the truth about an answer must not lie hidden under the foot.
  useEffect(() => {
    if (before.current !== now) line.current?.scrollIntoView({ block: "nearest" });
    before.current = now;
  }, [now]);
  return (
    <p ref={line} class={`status ${tone}`} role="status">
      {tone === "good" && <Icon name="check" />}
      {tone === "notice" && <Icon name="notice" />}
      <span>{say(`status.${key}`, message === undefined ? {} : { message })}</span>
    </p>
  );
}

function statusNow(phone: Phone, activity: ActivityShape, dirty: boolean, nudged: boolean): Status {
  const { run } = activity;
  return statusOf({
    activity,
    dirty,
    nudged,
    parcel: phone.outbox.parcels.value.get(run),
    own: phone.answering.ownAnswer(run),
    waited: dirty && phone.drafts.find(activity)?.run !== run,
    standing: phone.line.standing.value,
    sentBefore: phone.outbox.hasSent(run),
  });
}

/** True while an answer of this person stands, as far as this phone knows. */
function givenAnswer(phone: Phone, { run }: ActivityShape): boolean {
  const parcel = phone.outbox.parcels.value.get(run);
  if (parcel) return parcel.what.do === "answer" && parcel.state === "saved";
  return Boolean(phone.answering.ownAnswer(run)?.answer);
}
