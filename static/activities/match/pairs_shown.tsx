/** The pairs that are shown: what belongs together, why, and how the room as a whole found it. */
import type { Say } from "../../lib/words";
import { type Board, LETTERS, type Settings, type Shared } from "./board";

interface Props {
  settings: Settings;
  shared: Shared;
  /** What was put here, on this phone or at its table; null on the wall. */
  mine: Board | null;
  say: Say;
}

export function PairsShown({ settings: { terms, meanings, shown, board }, shared, mine, say }: Props) {
  const putElsewhere = (term: number) => {
    const there = mine?.[term];
    if (there === null || there === undefined || there === shown[term]?.meaning) return null;
    return say(board === "phone" ? "own" : "mine", { text: meanings[there] ?? "" });
  };
  return (
    <ol class="match-pairs" aria-live="polite">
      {shown.map(({ meaning, why, source }, term) => (
        <li key={terms[term]} class={term === shown.length - 1 ? "shown" : undefined}>
          <b>{terms[term]}</b>
          <span>
            <span class="letter">{LETTERS[meaning]}</span> {meanings[meaning]}
          </span>
          {/* What was read and talked about before steps back. */}
          {(mine || term === shown.length - 1) && why && <span class="match-why">{why}</span>}
          {(mine || term === shown.length - 1) && source && <small>{say("source", { source })}</small>}
          {putElsewhere(term) && <small>{putElsewhere(term)}</small>}
          <small class="room-found">{say(`found.${shared.found[term] ?? "some"}`)}</small>
        </li>
      ))}
    </ol>
  );
}
