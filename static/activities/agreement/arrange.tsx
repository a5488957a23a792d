/** On the tablet: the lines in their order, those that were shown and may come in, and one of the staff's own. */
import { useEffect, useRef, useState } from "preact/hooks";
import { LineIcon } from "../../lib/icon";
import type { Leading } from "../../lib/kind";
import type { Say } from "../../lib/words";
import type { WaitingShape } from "../../protocol";
import type { Led, Shared } from "./agreement";

interface Props {
  living: Leading<Shared, Led>;
  cards: readonly WaitingShape[];
  say: Say;
}

const UP = "M12 19V6m-6 6 6-6 6 6";
const DOWN = "M12 5v13m-6-6 6 6 6-6";
const OUT = "m6 6 12 12M18 6 6 18";

export function Arrange({ living: { shared, led, lead }, cards, say }: Props) {
  const offered = cards.filter(
    ({ id, where }) => (where === "wall" || where === "shown_before") && !led.cards.includes(id),
  );
  const { list, move } = useMoves(shared, lead);
  return (
    <>
      <ol ref={list} class="plain agreed" tabIndex={-1}>
        {shared.lines.map(({ id, text }, place) => {
          const button = (way: "up" | "down" | "out", path: string, off = false) => (
            <button
              type="button"
              class="quiet icon-button"
              aria-label={say(way, { line: text })}
              aria-disabled={off}
              data-place={`${way} ${id}`}
              onClick={() => !off && move(way, id)}
            >
              <LineIcon path={path} />
            </button>
          );
          return (
            <li key={id}>
              <span>{text}</span>
              {button("up", UP, place === 0)}
              {button("down", DOWN, place === shared.lines.length - 1)}
              {button("out", OUT)}
            </li>
          );
        })}
      </ol>
      {offered.length > 0 && (
        <ul class="plain offered" aria-label={say("offered")}>
          {offered.map(({ id, text }) => (
            <li key={id}>
              <span>{text}</span>
              <button
                type="button"
                aria-label={say("add.this", { line: text })}
                onClick={() => lead({ do: "add", card: id })}
              >
                {say("add")}
              </button>
            </li>
          ))}
        </ul>
      )}
      <OwnLine lead={lead} say={say} />
    </>
  );
}

/** A line moves with its buttons, or is gone: the keyboard stays with it, or with the list. */
function useMoves(shared: Shared, lead: Leading["lead"]) {
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef("");
  const order = shared.lines.map(({ id }) => id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the lines have moved, and not before.
  useEffect(() => {
    if (moved.current)
      (list.current?.querySelector<HTMLElement>(`[data-place="${moved.current}"]`) ?? list.current)?.focus();
    moved.current = "";
  }, [order]);
  const move = async (way: string, line: string) => {
    moved.current = `${way} ${line}`;
    if (!(await lead({ do: way, line }))) moved.current = "";
  };
  return { list, move };
}

function OwnLine({ lead, say }: { lead: Leading["lead"]; say: Say }) {
  const [text, setText] = useState("");
  const add = async (event: Event) => {
    event.preventDefault();
    if (text.trim() && (await lead({ do: "write", text }))) setText("");
  };
  return (
    <form class="own-line" onSubmit={add}>
      <input
        type="text"
        aria-label={say("own")}
        placeholder={say("own")}
        maxLength={140}
        value={text}
        onInput={({ currentTarget: { value } }) => setText(value)}
      />
      <button type="submit" disabled={!text.trim()}>
        {say("add")}
      </button>
    </form>
  );
}
