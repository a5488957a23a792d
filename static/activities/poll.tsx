/** A question with a few choices, of which one or several may be taken. */
import { Bars, type ChoiceTally } from "../lib/faces/bars";
import { OneOf, SeveralOf } from "../lib/faces/choices";
import { OutOfMany } from "../lib/faces/out_of_many";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { words } from "../lib/words";
import strings from "./poll.strings.json";

interface Settings {
  question: string;
  options: Readonly<Record<string, string>>;
  choose: "one" | "several";
}

interface Answer {
  chosen: string[];
}

export function Participant({ settings, draft, setDraft, disabled, language }: ParticipantProps<Settings, Answer>) {
  const say = words(strings, language);
  const choices = Object.entries(settings.options).map(([value, says]) => ({ value, says, class: "choice" }));
  const chosen = draft?.chosen ?? [];
  const choose = (keys: string[]) => setDraft(keys.length ? { chosen: keys } : null);
  const group = { label: settings.question, choices, disabled, class: "choices" };
  return (
    <div class="asked">
      <h2 class="question">{settings.question}</h2>
      {settings.choose === "several" ? (
        <>
          <p class="hint">{say("several")}</p>
          <SeveralOf {...group} chosen={chosen} choose={choose} />
        </>
      ) : (
        <OneOf {...group} chosen={chosen[0]} choose={(key) => choose(key === undefined ? [] : [key])} />
      )}
    </div>
  );
}

export function Facilitator({ settings, tally, language }: FacilitatorProps<Settings, ChoiceTally>) {
  const say = words(strings, language);
  return (
    <OutOfMany tally={tally} say={say}>
      {(told) => <Bars texts={settings.options} tally={told} say={say} />}
    </OutOfMany>
  );
}

/** Before there is a result the wall shows the choices, so that nobody needs a phone to think about them. */
export function Display({ settings, tally, language }: DisplayProps<Settings, ChoiceTally>) {
  const say = words(strings, language);
  if (tally?.too_few) return <p>{say("too_few")}</p>;
  if (tally) return <Bars texts={settings.options} tally={tally} say={say} />;
  return (
    <ul class="poll-options">
      {Object.entries(settings.options).map(([key, text]) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  );
}

export function lines({ question, options }: Settings, { chosen }: Answer): string[] {
  return [question, ...chosen.map((key) => options[key] ?? key)];
}
