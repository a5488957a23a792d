/** The board under the thumb: a word is chosen above, its meaning below. No dragging; arrow keys do the same. */
import { useState } from "preact/hooks";
import { OneOf } from "../../lib/faces/choices";
import type { Say } from "../../lib/words";
import { type Board, LETTERS, type Settings } from "./board";

interface Props {
  settings: Settings;
  board: Board;
  put(term: number, meaning: number | null): void;
  disabled: boolean;
  say: Say;
}

/** `at`: the word that is being looked at. */
type At = Props & { at: number; setAt(at: number): void };

export function PutTogether(props: Props) {
  const { settings, disabled, say } = props;
  const [at, setAt] = useState(0);
  return (
    <>
      <Words {...props} at={at} setAt={setAt} />
      <p aria-live="polite">{say("means", { term: settings.terms[at] ?? "" })}</p>
      <Meanings {...props} at={at} setAt={setAt} />
      <button type="button" class="large" disabled={disabled} onClick={() => setAt((at + 1) % settings.terms.length)}>
        {say("next")}
      </button>
    </>
  );
}

function Words({ settings: { terms, meanings }, board, at, setAt, disabled, say }: At) {
  const choices = terms.map((term, value) => ({
    value,
    says: (
      <>
        {term} <span class="letter">{LETTERS[board[value] ?? -1] ?? "–"}</span>
      </>
    ),
    label: say("put", { term, text: meanings[board[value] ?? -1] ?? say("none") }),
  }));
  const choose = (value: number | undefined) => value !== undefined && setAt(value);
  return <OneOf class="match-terms" label={say("question")} {...{ choices, choose, disabled }} chosen={at} />;
}

function Meanings({ settings: { terms, meanings }, board, at, put, disabled, say }: At) {
  const choices = meanings.map((text, value) => {
    const term = terms[board.findIndex((there, place) => there === value && place !== at)];
    const here = term && say("here", { term });
    return {
      value,
      says: (
        <>
          <span class="letter">{LETTERS[value]}</span>
          <span>
            {text}
            {here && <small class="match-here">{here}</small>}
          </span>
        </>
      ),
      label: `${LETTERS[value]}. ${text}${here ? `, ${here}` : ""}`,
      class: "choice",
    };
  });
  const label = say("means", { term: terms[at] ?? "" });
  const choose = (meaning: number | undefined) => put(at, meaning ?? null);
  return <OneOf class="choices" {...{ label, choices, choose, disabled }} chosen={board[at] ?? undefined} />;
}
