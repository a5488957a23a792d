/** Cards four a page, fewer where they are long, and how long a page stays. Draws nothing. */

const ROOM = 4;
const SHORT = 80;
const MEDIUM = 160;
/** Milliseconds for each letter read from four metres, and the least for any page. */
const LETTER = 90;
const LEAST = 12_000;

type Placed = { text: string; picture?: string; which?: string };

/** How many of a page's four places a card takes. */
export function placesOf({ text, picture, which = "" }: Placed): 1 | 2 | 4 {
  if (picture) return 2;
  const letters = text.length + which.length;
  if (letters <= SHORT) return 1;
  return letters <= MEDIUM ? 2 : ROOM;
}

/** Pages in the order of the cards. Two cards that need half a page each share one. */
export function pagesOf<Card extends Placed>(cards: readonly Card[]): Card[][] {
  const pages: Card[][] = [];
  let left = 0;
  for (const card of cards) {
    const needs = placesOf(card);
    if (needs > left) {
      pages.push([]);
      left = ROOM;
    }
    pages[pages.length - 1]?.push(card);
    left -= needs;
  }
  return pages;
}

export function readingTime(page: readonly { text: string }[]): number {
  return timeFor(page.reduce((sum, { text }) => sum + text.length, 0));
}

/** How long so many letters stay. */
export function timeFor(letters: number): number {
  return Math.max(LEAST, letters * LETTER);
}
