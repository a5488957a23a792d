/** Staff enter a named answer for someone without a phone, with the same question the phones show. */
import { useState } from "preact/hooks";
import type { Json } from "../../lib/kind";
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { KindFace } from "../kind_face";
import { Refused } from "../region";
import { PanelHead } from "./panel_head";

export function EnterAnswer({ seat: id, run: runId }: { seat: string; run: string }) {
  const { say, side, page } = useDesk();
  const view = useView();
  const [draft, setDraft] = useState<Json | null>(null);
  // A later entry for the same seat takes the place of an earlier one, also one from the other tablet.
  const [revision] = useState(() => Date.now());
  const seat = view.roster.find((one) => one.seat === id);
  const run = view.runs.find(({ activity }) => activity.run === runId)?.activity;
  const back = () => {
    side.value = { show: "seat", seat: id };
  };
  if (!seat || !run) return <PanelHead title={say("enter.closed")} />;
  return (
    <section class="panel">
      <PanelHead title={say("enter.title", { name: seat.name })} />
      <div class="scroll enter">
        <p class="hint">{say("enter.how")}</p>
        <KindFace kind={run.kind}>
          {({ Participant }) => (
            <Participant
              settings={run.settings}
              draft={draft}
              setDraft={setDraft}
              disabled={run.phase === "closed"}
              language={page.language}
            />
          )}
        </KindFace>
      </div>
      <Refused />
      <div class="pair-of-buttons enter-foot">
        <Act ask="enter_answer" with={{ seat: id, run: runId, say: { do: "pass", revision } }} then={back}>
          {say("enter.pass")}
        </Act>
        <Act
          ask="enter_answer"
          with={{ seat: id, run: runId, say: { do: "answer", revision, answer: draft } }}
          off={draft === null}
          then={back}
          class="strong"
        >
          {say("enter.save")}
        </Act>
      </div>
    </section>
  );
}
