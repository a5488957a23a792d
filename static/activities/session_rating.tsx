/** How the hour was, in a few numbers without names. What comes of it is for staff, and only summed up. */
import { linesOf, QuestionsPage, QuestionsSummary, type Tally } from "../lib/faces/short_questions/page";
import type { Settings } from "../lib/faces/short_questions/questions";
import type { DisplayProps, FacilitatorProps } from "../lib/kind";
import { words } from "../lib/words";
import strings from "./session_rating.strings.json";

export { linesOf as lines, QuestionsPage as Participant };

export function Facilitator(props: FacilitatorProps<Settings, Tally>) {
  return (
    <div class="face">
      <p class="hint">{words(strings, props.language)("about_the_work")}</p>
      <QuestionsSummary {...props} />
    </div>
  );
}

/** The wall asks along with the phones, for those who answer on paper, and is told nothing. */
export function Display({ settings, tally, language }: DisplayProps<Settings, Tally>) {
  const say = words(strings, language);
  if (tally) return <p class="hint">{say("for_staff")}</p>;
  return (
    <>
      <ul class="rating-asks">
        {settings.ask.map(({ key, question }) => (
          <li key={key}>{question}</li>
        ))}
      </ul>
      <p class="hint">{say("no_names")}</p>
    </>
  );
}

export const asksSeveral = true;
