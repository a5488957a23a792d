/** One picture of the whole group: everybody draws their part, and it is on the wall once staff have shown it. */

import { columnsFor, rowsFor } from "../lib/columns";
import type { Piece } from "../lib/drawing/marks";
import {
  pieceLines as lines,
  ONE_PIECE,
  PieceCount,
  PieceQuestion,
  plainPicture as picture,
} from "../lib/drawing/piece_faces";
import { SeenPicture } from "../lib/drawing/seen";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { type Say, words } from "../lib/words";
import strings from "./mural.strings.json";

interface Settings {
  question: string;
}

type Shared = {
  tiles: { place: number; picture: string }[];
  /** How many places there are, empty ones too. */
  places: number;
  /** Held still by staff: nothing new comes onto it. */
  still: boolean;
};

export { lines, picture };
export const pieces = ONE_PIECE;
/** The tiles are drawn where they belong, and not as cards besides. */
export const drawsCards = true;

export function Participant(props: ParticipantProps<Settings, Piece, Shared, { place?: number }>) {
  const say = words(strings, props.language);
  const place = props.living?.own?.place;
  const columns = columnsFor(props.living?.shared.places ?? 1);
  const { living: _living, ...question } = props;
  return (
    <PieceQuestion {...question}>
      <p class="hint">
        {place
          ? say("your_place", { row: Math.ceil(place / columns), column: ((place - 1) % columns) + 1 })
          : say("late_place")}
      </p>
    </PieceQuestion>
  );
}

export function Facilitator({ living, ...told }: FacilitatorProps<Settings, { n?: number }, Shared>) {
  const { language } = told;
  const say = words(strings, language);
  if (!living) return null;
  const { still } = living.shared;
  return (
    <div class="face">
      <PieceCount {...told} />
      <p class="hint">{say(still ? "is_still" : "approve_first")}</p>
      <button type="button" onClick={() => void living.lead({ do: still ? "go_on" : "hold" })}>
        {say(still ? "go_on" : "hold")}
      </button>
      <div class="mural-small">
        <Tiles shared={living.shared} dots={250} say={say} />
      </div>
    </div>
  );
}

/** A wall out of contact keeps nothing of it. */
export function Display({ shared, language }: DisplayProps<Settings, never, Shared>) {
  return shared ? <Tiles shared={shared} dots={500} say={words(strings, language)} /> : null;
}

function Tiles({ shared, dots, say }: { shared: Shared; dots: number; say: Say }) {
  const { tiles, places } = shared;
  const at = new Map(tiles.map((tile) => [tile.place, tile.picture]));
  return (
    <ul class="mural whole" style={`--columns: ${columnsFor(places)}`} data-rows={rowsFor(places)}>
      {Array.from({ length: places }, (_, place) => place + 1).map((place) => {
        const tile = at.get(place);
        return (
          <li key={place}>
            {tile ? (
              <SeenPicture id={tile} label={say("tile", { place })} dots={dots} />
            ) : (
              <span class="empty" role="img" aria-label={say("empty", { place })} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
