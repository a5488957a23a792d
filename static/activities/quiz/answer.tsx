/** The choices by their letters, and the answer: what is right, why, and how the room as a whole answered. */
import type { Say } from "../../lib/words";
import { LETTERS, type Question, type Shared } from "./question";

export function Lettered({ question }: { question: Question }) {
  return (
    <ol class="lettered">
      {Object.entries(question.options).map(([key, text], place) => (
        <li key={key}>
          <span class="letter">{LETTERS[place]}</span>
          <span>{text}</span>
        </li>
      ))}
    </ol>
  );
}

interface Props {
  question: Question;
  shared: Shared;
  /** What this phone's table said. */
  mine: string | null;
  say: Say;
}

/** The tablet has the answer before the room does: then it says nothing of the room. */
export function AnswerShown({ question, shared, mine, say }: Props) {
  const { options, right, why, source } = question;
  const notes = (key: string) =>
    [key === right && "right", key === mine && "mine", key !== right && shared.thought?.includes(key) && "thought"]
      .filter((note): note is string => Boolean(note))
      .map((note) => say(note));
  return (
    <>
      <ol class="lettered">
        {Object.entries(options).map(([key, text], place) => (
          <li key={key} class={key === right ? "right" : undefined}>
            <span class="letter">{LETTERS[place]}</span>
            <span>{text}</span>
            {notes(key).length > 0 && <small>{notes(key).join(" · ")}</small>}
          </li>
        ))}
      </ol>
      <div class="because" role={shared.shown ? "status" : undefined}>
        {shared.shown && <p class="room-found">{say(`found.${shared.found ?? "some"}`)}</p>}
        <p>{why}</p>
        {source && <small>{say("source", { source })}</small>}
      </div>
    </>
  );
}
