/** Places of the paper that have a name: shapes are set down there by key, and told by them to whoever does not see. Pure. */
import type { Say } from "../words";
import { middleOf, PLACES, placeOf } from "./marks";

interface Spot {
  x: number;
  y: number;
}

export interface Field {
  says: string;
  /** What stands on its button. */
  sign: string;
  at: Spot;
}

export interface Fields {
  list: readonly Field[];
  /** In which of them something is. */
  nameOf(spot: Spot): string;
}

const ARROWS = ["↖", "↑", "↗", "←", "•", "→", "↙", "↓", "↘"];

/** Those of a plain sheet: nine, like the keys of a telephone. */
export function nineFields(say: Say): Fields {
  return {
    list: PLACES.map((place, at) => ({ says: say(`place.${place}`), sign: ARROWS[at] ?? "", at: middleOf(place) })),
    nameOf: (spot) => say(`place.${placeOf(spot)}`),
  };
}
