/** What an agreement is made of, as the faces see it. Draws nothing. */

export interface Settings {
  question?: string;
  most: number;
  starters?: readonly string[];
  begin_with?: readonly string[];
  /** The lines that this run asks about; it asks for lines where there are none. */
  lines?: Readonly<Record<string, string>>;
}

export type Stands = "stand_by_it" | "talk_about_it";
export const STANDS: readonly Stands[] = ["stand_by_it", "talk_about_it"];

export interface Answer {
  text?: string;
  stands?: Stands;
}

export interface Line {
  id: string;
  text: string;
}

export type Shared = { lines: readonly Line[]; done: boolean };
export type Led = { cards: readonly string[]; then: "lines" | "stands" };

/** What was asked about and still stands, in the words in which it was asked. */
export function stillAsked(asked: Readonly<Record<string, string>>, shared: Shared | undefined): Line[] {
  const lines = Object.entries(asked).map(([id, text]) => ({ id, text }));
  return shared ? lines.filter(({ id }) => shared.lines.some((line) => line.id === id)) : lines;
}

/** True if staff have changed a line, or its place, since the group was asked about it. */
export function changedSince(asked: Readonly<Record<string, string>>, { lines }: Shared): boolean {
  const flat = (of: readonly (readonly [string, string])[]) => JSON.stringify(of);
  return flat(Object.entries(asked)) !== flat(lines.map(({ id, text }) => [id, text] as const));
}
