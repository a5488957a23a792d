/** A thought, looked at twice: what happened, what it said, and a kinder, truer one. It stays on the phone. */
import { type Field, type Filled, filledSheet, formLines } from "../lib/faces/form";
import { OneAtATime } from "../lib/faces/one_at_a_time";
import type { FacilitatorProps, ParticipantProps } from "../lib/kind";
import type { Sheet } from "../lib/sheet";
import { words } from "../lib/words";
import strings from "./thought_record.strings.json";

interface Settings {
  question?: string;
}

const FIELDS: readonly Field[] = [
  { key: "situation", as: "text" },
  { key: "thought", as: "text" },
  { key: "feeling", as: "line" },
  { key: "strength", as: "strength" },
  { key: "evidence_for", as: "text" },
  { key: "evidence_against", as: "text" },
  { key: "kinder", as: "text" },
  { key: "strength_now", as: "strength" },
];

export function Participant({ settings, language, ...given }: ParticipantProps<Settings, Filled>) {
  const say = words(strings, language);
  return <OneAtATime title={settings.question ?? say("question")} fields={FIELDS} say={say} {...given} />;
}

export function Facilitator({ language }: FacilitatorProps<Settings>) {
  return <p class="hint">{words(strings, language)("on_phones")}</p>;
}

/** What stays on each phone is not put before the room. */
export function Display() {
  return null;
}

/** The ready words are said in the language of the page that asks. */
function ownWords() {
  return words(strings, globalThis.document?.documentElement.lang || "en");
}

export function sheet({ question }: Settings, answer: Filled): Sheet {
  const say = ownWords();
  return filledSheet(question ?? say("question"), FIELDS, answer, say);
}

export function lines({ question }: Settings, answer: Filled): string[] {
  const say = ownWords();
  return formLines(question ?? say("question"), FIELDS, answer, say);
}
