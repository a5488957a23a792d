/** A song as all see it, and the sheet of it that people may keep. Draws nothing. */
import type { Sheet } from "../../lib/sheet";
import type { Say } from "../../lib/words";

export interface Line {
  id: string;
  text: string;
  /** Its writer agrees that it stands on the sheet. */
  kept: boolean;
}

export interface Part {
  id: string;
  what: "verse" | "chorus";
  /** A chorus that comes again. */
  again: boolean;
  lines: readonly Line[];
}

export type Shared = { parts: readonly Part[] };
export type Led = { cards: readonly string[] };

/** Each part with what it is called: verses are counted where there are several. */
export function named(parts: readonly Part[], say: Say): { part: Part; head: string }[] {
  const verses = parts.filter(({ what }) => what === "verse");
  return parts.map((part) => {
    const number = verses.indexOf(part) + 1;
    const verse = verses.length > 1 ? say("verse.number", { number }) : say("verse");
    return { part, head: part.what === "verse" ? verse : say(part.again ? "chorus.again" : "chorus") };
  });
}

/** Only with the lines whose writers agreed; a part without any is left out. */
export function sheetOfSong(parts: readonly Part[], title: string, say: Say): Sheet {
  const told = named(parts, say).map(({ part, head }) => ({
    head,
    text: part.lines
      .filter(({ kept }) => kept)
      .map(({ text }) => text)
      .join("\n"),
  }));
  return { title, parts: told.filter(({ text }) => text) };
}
