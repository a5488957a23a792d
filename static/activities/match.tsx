/** Words and what they mean, put together by tables or by each phone for itself. No clock, and nothing is crossed out. */
import { useState } from "preact/hooks";
import { Marks, Seated } from "../lib/faces/tables";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { type Say, words } from "../lib/words";
import {
  type Board,
  keepOwnBoard,
  LETTERS,
  type Led,
  type Own,
  ownBoard,
  put,
  type Settings,
  type Shared,
} from "./match/board";
import { ForTables } from "./match/for_tables";
import { PairsShown } from "./match/pairs_shown";
import { PutTogether } from "./match/put_together";
import strings from "./match.strings.json";

type OnPhone = ParticipantProps<Settings, never, Shared, Own>;

export function Participant(props: OnPhone) {
  const { settings, language } = props;
  const say = words(strings, language);
  return (
    <div class="asked">
      <h2 class="question">{settings.question ?? say("question")}</h2>
      {settings.board === "phone" ? <Alone {...props} say={say} /> : <AtATable {...props} say={say} />}
    </div>
  );
}

function AtATable({ settings, living, disabled, say }: OnPhone & { say: Say }) {
  const { shared, own, move = () => undefined } = living ?? {};
  const { table, board = [] } = own ?? {};
  if (shared && settings.shown.length) return <Results settings={settings} shared={shared} mine={board} say={say} />;
  return (
    <Seated tables={settings.tables} table={table} move={move} disabled={disabled} say={say}>
      {table ? (
        <>
          <PutTogether
            settings={settings}
            board={board}
            put={(term, meaning) => move({ do: "put", term, meaning })}
            disabled={disabled}
            say={say}
          />
          <p class="hint">{say("talk")}</p>
        </>
      ) : (
        <Apart settings={settings} />
      )}
    </Seated>
  );
}

function Alone({ settings, living, disabled, say }: OnPhone & { say: Say }) {
  const [board, setBoard] = useState(() => ownBoard(settings));
  const keep = (next: Board) => {
    keepOwnBoard(settings, next);
    setBoard(next);
  };
  const { shared } = living ?? {};
  if (shared && settings.shown.length) return <Results settings={settings} shared={shared} mine={board} say={say} />;
  return (
    <>
      <PutTogether
        settings={settings}
        board={board}
        put={(term, meaning) => keep(put(board, term, meaning))}
        disabled={disabled}
        say={say}
      />
      <p class="hint">{say("alone")}</p>
    </>
  );
}

function Results({ settings, shared, mine, say }: { settings: Settings; shared: Shared; mine: Board; say: Say }) {
  return (
    <>
      <PairsShown settings={settings} shared={shared} mine={mine} say={say} />
      {shared.found.length < shared.of && <p class="hint">{say("look")}</p>}
    </>
  );
}

/** Words on one side, meanings with their letters on the other. */
function Apart({ settings: { terms, meanings } }: { settings: Settings }) {
  return (
    <div class="match-apart">
      <ul class="match-words">
        {terms.map((term) => (
          <li key={term}>{term}</li>
        ))}
      </ul>
      <ol class="lettered">
        {meanings.map((text, place) => (
          <li key={text}>
            <span class="letter">{LETTERS[place]}</span>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

export function Facilitator({ settings, living, language }: FacilitatorProps<Settings, never, Shared, Led>) {
  const say = words(strings, language);
  if (!living) return <p class="hint">{say("loading")}</p>;
  const { shared, led, lead } = living;
  const { pairs = [] } = settings;
  const shown = shared.found.length;
  return (
    <div class="face">
      {!settings.question && <p class="answers-question">{say("question")}</p>}
      <ol class="match-pairs">
        {pairs.map(({ term, meaning, why, source }, place) => (
          <li key={term} class={place < shown ? "shown" : undefined}>
            <b>{term}</b>
            <span>{meaning}</span>
            {why && <span class="match-why">{why}</span>}
            {source && <small>{say("source", { source })}</small>}
            {place < shown && <small class="room-found">{say(`found.${shared.found[place] ?? "some"}`)}</small>}
          </li>
        ))}
      </ol>
      <div class="pair-of-buttons">
        {shown < shared.of && (
          <>
            <button type="button" class="primary" onClick={() => lead({ do: "show" })}>
              {say("show")}
            </button>
            <button type="button" onClick={() => lead({ do: "all" })}>
              {say("all")}
            </button>
          </>
        )}
        {shown > 0 && (
          <button type="button" onClick={() => lead({ do: "hide" })}>
            {say("hide")}
          </button>
        )}
      </div>
      {settings.board === "table" ? (
        <ForTables pairs={pairs} led={led} shown={shown > 0} lead={lead} say={say} />
      ) : (
        <p class="hint">{say("on_phones")}</p>
      )}
    </div>
  );
}

export function Display({ settings, shared, language }: DisplayProps<Settings, never, Shared>) {
  const say = words(strings, language);
  return (
    <div class="face match-wall">
      {shared && settings.shown.length > 0 && <PairsShown settings={settings} shared={shared} mine={null} say={say} />}
      {settings.shown.length === 0 && (
        <>
          <Apart settings={settings} />
          {settings.board === "table" && <Marks tables={settings.tables} say={say} />}
        </>
      )}
    </div>
  );
}
