/** The tables on the tablet: who has an answer, and the way to give one for a table that has no phone. */
import { OneOf } from "../../lib/faces/choices";
import { Mark, marksOf } from "../../lib/faces/tables";
import type { Leading } from "../../lib/kind";
import type { Say } from "../../lib/words";
import { LETTERS, type Led, type Question, type Shared } from "./question";

interface Props {
  question: Question;
  shared: Shared;
  led: Led;
  lead: Leading["lead"];
  say: Say;
}

export function ForTables({ question, shared, led, lead, say }: Props) {
  const marks = marksOf(Object.keys(led.phones).length);
  const choices = Object.entries(question.options).map(([value, text], place) => ({
    value,
    says: LETTERS[place],
    label: `${LETTERS[place]}. ${text}`,
  }));
  return (
    <>
      <ul class="table-list">
        {marks.map((mark) => (
          <li key={mark}>
            <Mark mark={mark} say={say} />
            <span class="hint">
              {say("phones", { count: led.phones[mark] ?? 0 })} · {say(led.said[mark] ? "has_said" : "not_said")}
            </span>
          </li>
        ))}
      </ul>
      {!shared.shown && (
        <details>
          <summary>{say("for_table")}</summary>
          <ul class="table-list">
            {marks.map((mark) => (
              <li key={mark}>
                <Mark mark={mark} say={say} />
                <OneOf
                  class="quiz-letters"
                  label={say(`table.${mark}`)}
                  choices={choices}
                  chosen={led.said[mark]}
                  choose={(option) => void lead({ do: "say", table: mark, option: option ?? null })}
                  disabled={false}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
