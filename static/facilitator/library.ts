/** The modules that could join the running day, fetched when the picker opens. */
import type { Discipline } from "../protocol";

export type LibraryEntry = {
  ref: string;
  title: string;
  /** The title of its curriculum. */
  track: string;
  discipline: Discipline;
  minutes: number;
  summary: string;
  /** The languages it is written in. */
  language: string[];
};

export async function fetchLibrary(): Promise<LibraryEntry[]> {
  const answer = await fetch("/staff/library.json", { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`The library answered ${answer.status}.`);
  return (await answer.json()) as LibraryEntry[];
}

/** Every word that is sought stands in the title or the summary, however it is written. */
export function matches(entry: LibraryEntry, sought: string, language: string): boolean {
  const text = plain(`${entry.title} ${entry.summary} ${entry.track} ${entry.discipline}`, language);
  return plain(sought, language)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function plain(text: string, language: string): string {
  return text.toLocaleLowerCase(language).normalize("NFD").replace(/\p{M}/gu, "");
}
