/** The tables on the tablet: how far their boards are, and the way to fill one in for a table without a phone. */
import { Mark, marksOf } from "../../lib/faces/tables";
import type { Leading } from "../../lib/kind";
import type { Say } from "../../lib/words";
import { LETTERS, type Led, type Pair } from "./board";

interface Props {
  pairs: readonly Pair[];
  led: Led;
  shown: boolean;
  lead: Leading["lead"];
  say: Say;
}

export function ForTables({ pairs, led, shown, lead, say }: Props) {
  const marks = marksOf(Object.keys(led.phones).length);
  const done = (mark: string) => (led.boards[mark] ?? []).filter((meaning) => meaning !== null).length;
  return (
    <>
      <ul class="table-list">
        {marks.map((mark) => (
          <li key={mark}>
            <Mark mark={mark} say={say} />
            <span class="hint numbers">
              {say("phones", { count: led.phones[mark] ?? 0 })} ·{" "}
              {say("board", { count: done(mark), of: pairs.length })}
            </span>
          </li>
        ))}
      </ul>
      {!shown && (
        <details>
          <summary>{say("for_table")}</summary>
          {marks.map((mark) => (
            <fieldset class="match-fill" key={mark}>
              <legend>
                <Mark mark={mark} say={say} />
              </legend>
              {pairs.map(({ term }, place) => (
                <label key={term}>
                  {term}
                  <select
                    value={String(led.boards[mark]?.[place] ?? "")}
                    onChange={({ currentTarget: { value } }) =>
                      void lead({ do: "put", table: mark, term: place, meaning: value === "" ? null : Number(value) })
                    }
                  >
                    <option value="">{say("none")}</option>
                    {led.order.map((pair, meaning) => (
                      <option key={pair} value={meaning}>
                        {LETTERS[meaning]}. {pairs[pair]?.meaning}
                      </option>
                    ))}
                  </select>
                </label>
              ))}
            </fieldset>
          ))}
        </details>
      )}
    </>
  );
}
