/** An answer in plain lines, worded by its kind. */
import { DrawnPicture } from "../../lib/drawing/picture";
import { useDesk } from "../desk";
import { KindFace } from "../kind_face";
import type { Valued } from "../state/values";

export function AnswerLines({ value }: { value: Valued }) {
  const { say } = useDesk();
  const { answer } = value;
  if (!answer) return <p class="hint">{say("values.none")}</p>;
  return (
    <KindFace kind={value.kind}>
      {({ lines, picture }) => (
        <>
          <ul class="plain answer-lines">
            {(lines?.(value.settings, answer) ?? []).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {picture && (
            <DrawnPicture picture={picture(value.settings, answer)} label={say("words.picture")} dots={500} />
          )}
        </>
      )}
    </KindFace>
  );
}
