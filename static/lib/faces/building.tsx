/** What staff build of lines that people offered: those that may come in, buttons that move one, a line of their own. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { WaitingShape } from "../../protocol";
import { LineIcon } from "../icon";
import type { Say } from "../words";

const WAYS = {
  up: "M12 19V6m-6 6 6-6 6 6",
  down: "M12 5v13m-6-6 6 6 6-6",
  out: "m6 6 12 12M18 6 6 18",
};
export type Way = keyof typeof WAYS;

interface OfferedProps {
  cards: readonly WaitingShape[];
  /** Ids of those that were taken in. */
  taken: readonly string[];
  add(card: string): void;
  off?: boolean;
  say: Say;
}

/** What was shown to the group and has no place yet. */
export function Offered({ cards, taken, add, off, say }: OfferedProps) {
  const offered = cards.filter(
    ({ id, where }) => (where === "wall" || where === "shown_before") && !taken.includes(id),
  );
  if (!offered.length) return null;
  return (
    <ul class="plain offered" aria-label={say("offered")}>
      {offered.map(({ id, text }) => (
        <li key={id}>
          <span>{text}</span>
          <button type="button" disabled={off} aria-label={say("add.this", { line: text })} onClick={() => add(id)}>
            {say("add")}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface MovesProps {
  id: string;
  /** What is moved, as it reads. */
  line: string;
  first: boolean;
  last: boolean;
  move(way: Way, id: string): void;
  say: Say;
}

/** A button that has no more to do stays where it is, so that a keyboard can stay on it. */
export function Moves({ id, line, first, last, move, say }: MovesProps) {
  const off = { up: first, down: last, out: false };
  return (
    <>
      {(["up", "down", "out"] as const).map((way) => (
        <button
          key={way}
          type="button"
          class="quiet icon-button"
          aria-label={say(way, { line })}
          aria-disabled={off[way]}
          data-place={`${way} ${id}`}
          onClick={() => !off[way] && move(way, id)}
        >
          <LineIcon path={WAYS[way]} />
        </button>
      ))}
    </>
  );
}

/** A line moves with its buttons, or is gone: the keyboard stays with it, or with the list. */
export function useMoves<List extends HTMLElement>(order: string, ask: (way: Way, id: string) => Promise<boolean>) {
  const list = useRef<List>(null);
  const moved = useRef("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the lines have moved, and not before.
  useEffect(() => {
    if (moved.current)
      (list.current?.querySelector<HTMLElement>(`[data-place="${moved.current}"]`) ?? list.current)?.focus();
    moved.current = "";
  }, [order]);
  const move = async (way: Way, id: string) => {
    moved.current = `${way} ${id}`;
    if (!(await ask(way, id))) moved.current = "";
  };
  return { list, move };
}

const LINE_MOST = 140;

export function OwnLine({ add, off, say }: { add(text: string): Promise<boolean>; off?: boolean; say: Say }) {
  const [text, setText] = useState("");
  const send = async (event: Event) => {
    event.preventDefault();
    if (text.trim() && (await add(text))) setText("");
  };
  return (
    <form class="own-line" onSubmit={send}>
      <input
        type="text"
        aria-label={say("own")}
        placeholder={say("own")}
        maxLength={LINE_MOST}
        value={text}
        onInput={({ currentTarget: { value } }) => setText(value)}
      />
      <button type="submit" disabled={off || !text.trim()}>
        {say("add")}
      </button>
    </form>
  );
}
