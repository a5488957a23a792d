/** A page of short questions, each of which can be skipped: the phone's face and the tablet's of every kind that has one. */
import type { FacilitatorProps, ParticipantProps } from "../../kind";
import { words } from "../../words";
import { Question } from "./question";
import { type Answer, answeredIn, type Settings, textOf, withValue } from "./questions";
import strings from "./short_questions.strings.json";
import { Summary } from "./summary";

export interface Tally {
  items: Readonly<Record<string, object>>;
}

export function QuestionsPage({ settings, draft, setDraft, disabled, language }: ParticipantProps<Settings, Answer>) {
  const say = words(strings, language);
  const values = draft?.values ?? {};
  const { length } = settings.ask;
  const count = answeredIn(settings, values);
  return (
    <div class="short-questions">
      {length > 1 && <p class="hint">{say("skip")}</p>}
      {settings.ask.map((item) => (
        <Question
          key={item.key}
          item={item}
          value={values[item.key]}
          write={(value) => setDraft(withValue(settings, values, item.key, value))}
          disabled={disabled}
          say={say}
        />
      ))}
      {length > 1 && count > 0 && (
        <p class="hint numbers">{count === length ? say("all") : say("some", { answered: count, length })}</p>
      )}
    </div>
  );
}

export function QuestionsSummary({ settings, tally, language }: FacilitatorProps<Settings, Tally>) {
  const say = words(strings, language);
  return (
    <div class="short-questions">
      {settings.left_out?.includes("use") && <p class="hint">{say("left_out.use")}</p>}
      {!tally && <p class="hint">{say("nothing_yet")}</p>}
      {tally &&
        settings.ask.map((item) => (
          <section class="face" key={item.key} aria-label={item.question}>
            <h3>{item.question}</h3>
            <Summary item={item} tally={tally.items[item.key] ?? {}} say={say} />
          </section>
        ))}
    </div>
  );
}

export function composesWords({ ask }: Settings): boolean {
  return ask.some((item) => ["text", "high_low"].includes(item.type) || (item.type === "choices" && item.other));
}

/** *Yes* is said in the language of the page that asks for lines. */
export function linesOf({ ask }: Settings, { values }: Answer): string[] {
  const say = words(strings, globalThis.document?.documentElement.lang || "en");
  return ask.flatMap((item) => {
    const value = values[item.key];
    return value === undefined
      ? []
      : [`${item.question.replace(/[:?]*$/, (end) => end || ":")} ${textOf(item, value, say)}`];
  });
}
