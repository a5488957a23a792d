/** What a board is, and what is known of it on a page. Draws nothing. */

export interface Pair {
  term: string;
  meaning: string;
  why?: string;
  source?: string;
}

export interface Shown {
  /** Its place among the meanings. */
  meaning: number;
  why?: string;
  source?: string;
}

/** Phones and wall have `terms`, `meanings` and what is `shown`; the tablet has the `pairs`. */
export interface Settings {
  question?: string;
  board: "table" | "phone";
  tables: number;
  terms: readonly string[];
  meanings: readonly string[];
  shown: readonly Shown[];
  pairs?: readonly Pair[];
}

/** For each word the place of the meaning put to it. */
export type Board = readonly (number | null)[];

export interface Shared {
  of: number;
  /** Of each pair that is shown: how many of the tables found it. */
  found: readonly ("all" | "most" | "some" | null)[];
}

export interface Own {
  table?: string;
  board?: Board;
}

export interface Led {
  phones: Readonly<Record<string, number>>;
  boards: Readonly<Record<string, Board>>;
  order: readonly number[];
}

export const LETTERS = "ABCDEFGH";

export const emptyBoard = (of: number): Board => Array.from({ length: of }, () => null);

/** A meaning belongs to one word at a time: put to another, it leaves the one before. As the server does it. */
export function put(board: Board, term: number, meaning: number | null): Board {
  return board.map((there, place) => {
    if (place === term) return meaning;
    return there === meaning ? null : there;
  });
}

/** A board that stays on this phone is kept in memory alone, for as long as the page is open. */
const ownBoards = new Map<string, Board>();
const nameOf = ({ terms, meanings }: Settings) => JSON.stringify([terms, meanings]);

export function ownBoard(settings: Settings): Board {
  return ownBoards.get(nameOf(settings)) ?? emptyBoard(settings.terms.length);
}

export function keepOwnBoard(settings: Settings, board: Board): void {
  ownBoards.set(nameOf(settings), board);
}
