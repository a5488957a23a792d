/** Words whose question closed before they were sent. They are shown, may be copied, and go when their writer says so. */
import { useSignal } from "@preact/signals";
import type { Draft } from "../lib/drafts";
import { say } from "./language";
import type { Phone } from "./phone";
import { useKind } from "./use_kind";

export function LeftBehind({ phone, draft }: { phone: Phone; draft: Draft }) {
  const { module } = useKind(draft.kind);
  const copied = useSignal(false);
  const lines = (draft.answer && module?.lines?.(draft.settings, draft.answer)) ?? [];
  const copy = async () => {
    await navigator.clipboard.writeText(lines.join("\n"));
    copied.value = true;
  };
  return (
    <section class="card left-behind" aria-label={say("left")}>
      <h2>{say("left")}</h2>
      <p class="hint">{say("status.closed_before")}</p>
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
    </section>
  );
}
