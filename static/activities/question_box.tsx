/** Questions without a name; asked again, those that the room has seen can be joined: *me too*. */
import { Bars, type ChoiceTally } from "../lib/faces/bars";
import { SeveralOf } from "../lib/faces/choices";
import { Growing } from "../lib/faces/growing";
import { OutOfMany } from "../lib/faces/out_of_many";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { words } from "../lib/words";
import strings from "./question_box.strings.json";

interface Settings {
  question: string;
  most: number;
  /** What the room has seen from this box before. */
  questions?: Readonly<Record<string, string>>;
}

interface Answer {
  text?: string;
  me_too: string[];
}

export function Participant({ settings, draft, setDraft, disabled, language }: ParticipantProps<Settings, Answer>) {
  const say = words(strings, language);
  const { text = "", me_too = [] } = draft ?? {};
  const write = (text: string, me_too: string[]) => {
    const answer = text.trim() ? { text, me_too } : { me_too };
    setDraft(text.trim() || me_too.length ? answer : null);
  };
  const choices = Object.entries(settings.questions ?? {}).map(([value, says]) => ({ value, says, class: "choice" }));
  return (
    <div class="asked">
      {choices.length > 0 && (
        <>
          <h2 class="question">{say("me_too")}</h2>
          <SeveralOf
            class="choices"
            label={say("me_too")}
            choices={choices}
            chosen={me_too}
            choose={(keys) => write(text, keys)}
            disabled={disabled}
          />
        </>
      )}
      <label class="box-question">
        <span class="question">{settings.question}</span>
        <Growing value={text} write={(value) => write(value, me_too)} most={settings.most} disabled={disabled} />
      </label>
    </div>
  );
}

export function Facilitator({ settings, tally, language }: FacilitatorProps<Settings, ChoiceTally>) {
  const say = words(strings, language);
  const { questions } = settings;
  if (!questions) return <p class="hint">{say(tally ? "come_singly" : "nothing_yet")}</p>;
  return (
    <OutOfMany tally={tally} say={say}>
      {(told) => <Bars texts={questions} tally={told} say={say} />}
    </OutOfMany>
  );
}

/** The page draws the cards. What was asked before is shown with *me too*, or by itself while that is open. */
export function Display({ settings, tally, language }: DisplayProps<Settings, ChoiceTally>) {
  const say = words(strings, language);
  const { questions } = settings;
  if (tally?.too_few) return <p>{say("too_few")}</p>;
  if (!questions) return <p class="hint">{say("no_name")}</p>;
  if (tally) return <Bars texts={questions} tally={tally} say={say} />;
  return (
    <ul class="box-questions">
      {Object.entries(questions).map(([key, text]) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  );
}

export function composes(): boolean {
  return true;
}

export function lines({ question, questions = {} }: Settings, { text, me_too }: Answer): string[] {
  return [question, ...(text ? [text] : []), ...me_too.map((key) => questions[key] ?? key)];
}
