/** On the tablet: the song is built. One part is written into at a time; lines and parts are moved and taken out. */
import { useState } from "preact/hooks";
import { Moves, Offered, OwnLine, useMoves, type Way } from "../../lib/faces/building";
import type { Leading } from "../../lib/kind";
import type { Say } from "../../lib/words";
import type { WaitingShape } from "../../protocol";
import { type Led, named, type Part, type Shared } from "./song";

interface Props {
  living: Leading<Shared, Led>;
  cards: readonly WaitingShape[];
  say: Say;
}

const MOVES = { up: { do: "move", by: -1 }, down: { do: "move", by: 1 }, out: { do: "out" } };

export function Build({ living: { shared, led, lead }, cards, say }: Props) {
  const { parts } = shared;
  const [chosen, choose] = useState("");
  const own = parts.filter(({ again }) => !again);
  const into = own.find(({ id }) => id === chosen) ?? own[own.length - 1];
  const add = (move: object) => lead({ ...move, part: into?.id ?? "" });
  const order = parts.flatMap(({ id, lines }) => [id, ...lines.map(({ id }) => id)]).join();
  const { list, move } = useMoves<HTMLDivElement>(order, (way, id) => lead({ ...MOVES[way], id }));
  return (
    <>
      <Offered cards={cards} taken={led.cards} add={(card) => void add({ do: "add", card })} off={!into} say={say} />
      <div ref={list} class="song-built" tabIndex={-1}>
        {named(parts, say).map(({ part, head }, place) => (
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
                line={head}
                first={place === 0}
                last={place === parts.length - 1}
                move={move}
                say={say}
              />
            </header>
            {!part.again && <Lines part={part} parts={own} move={move} say={say} />}
          </section>
        ))}
      </div>
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

interface LinesProps {
  part: Part;
  parts: readonly Part[];
  move(way: Way, id: string): void;
  say: Say;
}

function Lines({ part, parts, move, say }: LinesProps) {
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
            line={text}
            first={first && place === 0}
            last={last && place === part.lines.length - 1}
            move={move}
            say={say}
          />
        </li>
      ))}
    </ol>
  );
}
