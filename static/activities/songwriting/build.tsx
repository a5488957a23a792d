/** On the tablet: the song is built. One part is written into at a time; lines and parts are moved and taken out. */
import { useState } from "preact/hooks";
import { LineIcon } from "../../lib/icon";
import type { Leading } from "../../lib/kind";
import type { Say } from "../../lib/words";
import type { WaitingShape } from "../../protocol";
import { type Led, named, type Part, type Shared } from "./song";

interface Props {
  living: Leading<Shared, Led>;
  cards: readonly WaitingShape[];
  say: Say;
}

const UP = "M12 19V6m-6 6 6-6 6 6";
const DOWN = "M12 5v13m-6-6 6 6 6-6";
const OUT = "m6 6 12 12M18 6 6 18";
const LINE_MOST = 140;

export function Build({ living: { shared, led, lead }, cards, say }: Props) {
  const [chosen, choose] = useState("");
  const own = shared.parts.filter(({ again }) => !again);
  const into = own.find(({ id }) => id === chosen) ?? own[own.length - 1];
  const offered = cards.filter(
    ({ id, where }) => (where === "wall" || where === "shown_before") && !led.cards.includes(id),
  );
  const add = (move: object) => lead({ ...move, part: into?.id ?? "" });
  return (
    <>
      {offered.length > 0 && (
        <ul class="plain song-offered" aria-label={say("offered")}>
          {offered.map(({ id, text }) => (
            <li key={id}>
              <span>{text}</span>
              <button
                type="button"
                disabled={!into}
                aria-label={say("add.this", { line: text })}
                onClick={() => add({ do: "add", card: id })}
              >
                {say("add")}
              </button>
            </li>
          ))}
        </ul>
      )}
      {named(shared.parts, say).map(({ part, head }, place) => (
        <section key={part.id} class="song-part" aria-label={head} data-into={part === into}>
          <header>
            <h3>{head}</h3>
            {!part.again && (
              <button type="button" class="quiet" aria-pressed={part === into} onClick={() => choose(part.id)}>
                {say(part === into ? "into.here" : "into")}
              </button>
            )}
            <Moves
              id={part.id}
              called={head}
              first={place === 0}
              last={place === shared.parts.length - 1}
              lead={lead}
              say={say}
            />
          </header>
          {part.again ? null : <Lines part={part} parts={own} lead={lead} say={say} />}
        </section>
      ))}
      <OwnLine add={(text) => add({ do: "write", text })} off={!into} say={say} />
      <div class="pair-of-buttons">
        {(["verse", "chorus"] as const).map((what) => (
          <button key={what} type="button" onClick={() => lead({ do: "part", what })}>
            {say(`new.${what}`)}
          </button>
        ))}
        {own
          .filter(({ what }) => what === "chorus")
          .slice(-1)
          .map(({ id }) => (
            <button key={id} type="button" onClick={() => lead({ do: "again", part: id })}>
              {say("new.again")}
            </button>
          ))}
      </div>
    </>
  );
}

type Lead = Leading["lead"];

function Lines({ part, parts, lead, say }: { part: Part; parts: readonly Part[]; lead: Lead; say: Say }) {
  const [first, last] = [part === parts[0], part === parts[parts.length - 1]];
  if (!part.lines.length) return <p class="hint">{say("empty")}</p>;
  return (
    <ol class="plain">
      {part.lines.map(({ id, text, kept }, place) => (
        <li key={id}>
          <span>
            {text} {!kept && <small class="hint">{say("not_kept")}</small>}
          </span>
          <Moves
            id={id}
            called={text}
            first={first && place === 0}
            last={last && place === part.lines.length - 1}
            lead={lead}
            say={say}
          />
        </li>
      ))}
    </ol>
  );
}

interface MovesProps {
  id: string;
  called: string;
  first: boolean;
  last: boolean;
  lead: Lead;
  say: Say;
}

function Moves({ id, called, first, last, lead, say }: MovesProps) {
  const button = (key: string, path: string, move: object, off = false) => (
    <button
      type="button"
      class="quiet icon-button"
      aria-label={say(key, { called })}
      disabled={off}
      onClick={() => lead({ ...move, id })}
    >
      <LineIcon path={path} />
    </button>
  );
  return (
    <>
      {button("up", UP, { do: "move", by: -1 }, first)}
      {button("down", DOWN, { do: "move", by: 1 }, last)}
      {button("out", OUT, { do: "out" })}
    </>
  );
}

function OwnLine({ add, off, say }: { add(text: string): Promise<boolean>; off: boolean; say: Say }) {
  const [text, setText] = useState("");
  const send = async (event: Event) => {
    event.preventDefault();
    if (text.trim() && (await add(text))) setText("");
  };
  return (
    <form class="song-own" onSubmit={send}>
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
