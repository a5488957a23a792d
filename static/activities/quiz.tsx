/** A quiz for tables that think together. No points and no clock; nobody is told which table was wrong. */
import { OneOf } from "../lib/faces/choices";
import { Marks, Seated } from "../lib/faces/tables";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { type Say, words } from "../lib/words";
import { AnswerShown, Lettered } from "./quiz/answer";
import { ForTables } from "./quiz/for_tables";
import { LETTERS, type Led, type Own, present, type Question, type Settings, type Shared } from "./quiz/question";
import strings from "./quiz.strings.json";

type OnPhone = ParticipantProps<Settings, never, Shared, Own>;

export function Participant(props: OnPhone) {
  const { settings, living, language } = props;
  const say = words(strings, language);
  const question = present(settings, living?.shared);
  return (
    <div class="asked">
      <h2 class="question">{question.ask}</h2>
      {living?.shared.shown ? (
        <AnswerShown question={question} shared={living.shared} mine={living.own?.said ?? null} say={say} />
      ) : (
        <Table {...props} question={question} say={say} />
      )}
    </div>
  );
}

/** One answer for everyone at a table. */
function Table({ settings, living, disabled, question, say }: OnPhone & { question: Question; say: Say }) {
  const { shared, own, move = () => undefined } = living ?? {};
  const { table, said } = own ?? {};
  const choices = Object.entries(question.options).map(([value, text], place) => ({
    value,
    says: (
      <>
        <span class="letter">{LETTERS[place]}</span> {text}
      </>
    ),
    label: `${LETTERS[place]}. ${text}`,
    class: "choice",
  }));
  const choose = (option: string | undefined) => move({ do: "say", question: shared?.at ?? 0, option: option ?? null });
  return (
    <Seated tables={settings.tables} table={table} move={move} disabled={disabled} say={say}>
      {table ? (
        <>
          <OneOf class="choices" label={question.ask} {...{ choices, choose, disabled }} chosen={said ?? undefined} />
          <p class="hint" role="status">
            {say(said ? "said" : "talk")}
          </p>
        </>
      ) : (
        <Lettered question={question} />
      )}
    </Seated>
  );
}

export function Facilitator({ settings, living, language }: FacilitatorProps<Settings, never, Shared, Led>) {
  const say = words(strings, language);
  if (!living) return <p class="hint">{say("loading")}</p>;
  const { shared, led, lead } = living;
  const question = present(settings, shared);
  const more = shared.at + 1 < shared.of;
  return (
    <div class="face">
      <p class="hint numbers">{say("of", { number: shared.at + 1, of: shared.of })}</p>
      <p class="answers-question">{question.ask}</p>
      <AnswerShown question={question} shared={shared} mine={null} say={say} />
      <div class="pair-of-buttons">
        <button
          type="button"
          class={shared.shown && more ? "" : "primary"}
          onClick={() => lead({ do: shared.shown ? "hide" : "show" })}
        >
          {say(shared.shown ? "hide" : "show")}
        </button>
        {shared.at > 0 && (
          <button type="button" onClick={() => lead({ do: "back" })}>
            {say("back")}
          </button>
        )}
        {more && (
          <button type="button" class={shared.shown ? "primary" : ""} onClick={() => lead({ do: "next" })}>
            {say("next")}
          </button>
        )}
      </div>
      <ForTables question={question} shared={shared} led={led} lead={lead} say={say} />
    </div>
  );
}

export function Display({ settings, shared, language }: DisplayProps<Settings, never, Shared>) {
  const say = words(strings, language);
  const question = present(settings, shared);
  return (
    <div class="face quiz-wall">
      <p class="quiz-ask">{question.ask}</p>
      {shared?.shown ? (
        <AnswerShown question={question} shared={shared} mine={null} say={say} />
      ) : (
        <>
          <Lettered question={question} />
          <Marks tables={settings.tables} say={say} />
        </>
      )}
    </div>
  );
}
