/** An edited copy for the room; what its writer wrote stays as it is. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { WaitingShape } from "../../protocol";
import { Act } from "../act";
import { useDesk } from "../desk";

export function EditCopy({ words, close }: { words: WaitingShape; close: () => void }) {
  const { say } = useDesk();
  const [text, setText] = useState(words.text);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div class="words-card">
      <label class="edit-copy">
        <span class="hint">{say("words.edit.how")}</span>
        <textarea ref={box} rows={4} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <div class="words-buttons" data-show="true">
        <Act
          ask="show_response"
          with={{ response: words.id, text: text.trim() }}
          off={text.trim() === ""}
          then={close}
          class="strong"
        >
          {say("words.edit.show")}
        </Act>
        <button type="button" onClick={close}>
          {say("cancel")}
        </button>
      </div>
    </div>
  );
}
