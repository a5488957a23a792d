/** Words whose question is gone. They are shown, may be copied, and go when their writer says so. */
import { useSignal } from "@preact/signals";
import type { Draft } from "../lib/drafts";
import { sayLater as say } from "./later_words";
import type { Phone } from "./phone";
import { useKind } from "./use_kind";

interface Props {
  phone: Phone;
  draft: Draft;
}

export function LeftBehind({ phone, draft }: Props) {
  if (draft.promise === "private") {
    // Shut until its writer opens it: whoever sits beside them sees this page too.
    return (
      <details class="card left-behind">
        <summary>{say("left.private")}</summary>
        <Words phone={phone} draft={draft} hint={say("promise.private")} />
      </details>
    );
  }
  return (
    <div class="card left-behind">
      <h2>{say("left")}</h2>
      <Words phone={phone} draft={draft} hint={say("status.closed_before")} />
    </div>
  );
}

function Words({ phone, draft, hint }: Props & { hint: string }) {
  const { module } = useKind(draft.kind);
  const copied = useSignal(false);
  const lines = (draft.answer && module?.lines?.(draft.settings, draft.answer)) ?? [];
  const copy = async () => {
    await navigator.clipboard.writeText(lines.join("\n"));
    copied.value = true;
  };
  return (
    <>
      <p class="hint">{hint}</p>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
      <div class="two">
        <button type="button" onClick={() => phone.drafts.drop(draft.run)}>
          {say("left.drop")}
        </button>
        {"clipboard" in navigator && (
          <button type="button" onClick={() => void copy()}>
            {say(copied.value ? "left.copied" : "left.copy")}
          </button>
        )}
      </div>
    </>
  );
}
