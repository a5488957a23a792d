/** How someone is today: a few short questions on one page, each of which can be skipped. */
import { composesWords, linesOf, QuestionsPage, QuestionsSummary, type Tally } from "../lib/faces/short_questions/page";
import type { Settings } from "../lib/faces/short_questions/questions";
import type { DisplayProps } from "../lib/kind";
import { words } from "../lib/words";
import strings from "./check_in.strings.json";

export { composesWords as composes, linesOf as lines, QuestionsPage as Participant, QuestionsSummary as Facilitator };

/** It is between a person and staff: its summary reaches no wall. */
export function Display({ tally, language }: DisplayProps<Settings, Tally>) {
  return tally && <p class="hint">{words(strings, language)("for_staff")}</p>;
}

export const asksSeveral = true;

/** A step that somebody kept on their own phone is there to look at before they send how they are. */
export const looksBack = true;
