/** The five cards, from five things to one. Draws nothing. */

export interface Settings {
  /** False where smell and taste are left out, because they can wake an urge. */
  senses: boolean;
  note?: string;
}

export interface Card {
  /** What is looked for: `see`, `feel`, … */
  what: string;
  /** How many of them. */
  many: number;
  /** A line drawn on a grid of 24. */
  picture: string;
}

const EYE =
  "M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z";
const HAND =
  "M7.5 13V6.5a1.5 1.5 0 0 1 3 0V11m0-6.5a1.5 1.5 0 0 1 3 0V11m0-5a1.5 1.5 0 0 1 3 0v8.5c0 3.5-2 6-5.5 6-2.5 0-3.9-1-5-3L4 13.3c-.7-1.3.9-2.6 2-1.5l1.5 1.7";
const EAR =
  "M8 9a4.5 4.5 0 0 1 9 0c0 3.5-3 4-3.5 7-.3 2-1.5 3.5-3.3 3.5A3 3 0 0 1 7.5 17M10.5 9.5a2 2 0 1 1 3.5 1.3c-1 1-2 1.2-2 2.7";
const LEAF = "M5 19C4 11 8.5 5 19 5c.5 9-4 14-10.5 13M5 20c1.5-4 4-7 8-9.5";
const CUP = "M6 8h12l-1.2 11H7.2zM6.4 12h11.2M9 3.5c-1 1.2 1 1.8 0 3M13 3.5c-1 1.2 1 1.8 0 3";
const PLACE = "M12 21c-4-4.5-6-7.7-6-10.5a6 6 0 0 1 12 0c0 2.8-2 6-6 10.5zM12 8.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4z";
const BREEZE = "M3 9h10.5a2.5 2.5 0 1 0-2.4-3.2M3 13h15a2.5 2.5 0 1 1-2.4 3.2M3 17h7.5";

export function cardsOf({ senses }: Pick<Settings, "senses">): Card[] {
  const last = senses
    ? [
        { what: "smell", picture: LEAF },
        { what: "taste", picture: CUP },
      ]
    : [
        { what: "know", picture: PLACE },
        { what: "breath", picture: BREEZE },
      ];
  const all = [{ what: "see", picture: EYE }, { what: "feel", picture: HAND }, { what: "hear", picture: EAR }, ...last];
  return all.map((card, place) => ({ ...card, many: all.length - place }));
}
