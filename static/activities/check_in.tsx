/** How someone is today: a few short questions on one page, each of which can be skipped. */
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { words } from "../lib/words";
import { type Answer, answeredIn, type Settings, textOf, withValue } from "./check_in/items";
import { Question } from "./check_in/question";
import { Summary } from "./check_in/summary";
import strings from "./check_in.strings.json";

interface Tally {
  items: Readonly<Record<string, object>>;
}

export function Participant({ settings, draft, setDraft, disabled, language }: ParticipantProps<Settings, Answer>) {
  const say = words(strings, language);
  const values = draft?.values ?? {};
  const { length } = settings.ask;
  const count = answeredIn(settings, values);
  return (
    <div class="check-in">
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

export function Facilitator({ settings, tally, language }: FacilitatorProps<Settings, Tally>) {
  const say = words(strings, language);
  if (!tally) return <p class="hint">{say("nothing_yet")}</p>;
  return (
    <div class="check-in-summary">
      {settings.ask.map((item) => (
        <section class="face" key={item.key} aria-label={item.question}>
          <h3>{item.question}</h3>
          <Summary item={item} tally={tally.items[item.key] ?? {}} say={say} />
        </section>
      ))}
    </div>
  );
}

/** A check-in is between a person and staff: its summary reaches no wall. */
export function Display({ tally, language }: DisplayProps<Settings, Tally>) {
  return tally && <p class="hint">{words(strings, language)("for_staff")}</p>;
}

export const asksSeveral = true;

export function composes({ ask }: Settings): boolean {
  return ask.some(({ type }) => type === "text");
}

/** *Yes* and the house's words for feelings are said in the language of the page that asks for lines. */
export function lines({ ask }: Settings, { values }: Answer): string[] {
  const say = words(strings, globalThis.document?.documentElement.lang || "en");
  return ask.flatMap((item) => {
    const value = values[item.key];
    return value === undefined
      ? []
      : [`${item.question.replace(/[:?]*$/, (end) => end || ":")} ${textOf(item, value, say)}`];
  });
}
