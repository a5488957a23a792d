/** The fields of a form that is filled in one thing at a time, and what an answer to it is. Draws nothing. */
import { linesOf, type Sheet } from "../sheet";
import type { Say } from "../words";

export interface Field {
  /** Its question is said under this key, and its hint under `<key>.like`. */
  key: string;
  /** Some sentences, one line, several lines, or a strength from 0 to 10. */
  as: "text" | "line" | "lines" | "strength";
}

export type Filled = Readonly<Record<string, string | number | string[]>>;

export const LINES = 3;

/** The form with one field changed; null when nothing is left in it. Fields stand in the order of the form. */
export function changed(fields: readonly Field[], before: Filled | null, key: string, value: unknown): Filled | null {
  const all: Record<string, unknown> = { ...before, [key]: value };
  const kept = fields.filter((field) => !empty(all[field.key])).map((field) => [field.key, all[field.key]]);
  return kept.length ? (Object.fromEntries(kept) as Filled) : null;
}

export function empty(value: unknown): boolean {
  if (value === undefined) return true;
  return typeof value === "string" ? !value.trim() : Array.isArray(value) && value.every(empty);
}

/** What was filled in, as a sheet to print, to save or to read through. */
export function filledSheet(title: string, fields: readonly Field[], answer: Filled, say: Say): Sheet {
  const parts = fields
    .filter(({ key }) => !empty(answer[key]))
    .map(({ key, as }) => ({ head: say(key), text: toldOf(answer[key], as) }));
  return { title, parts };
}

function toldOf(value: Filled[string] | undefined, as: Field["as"]): string {
  if (Array.isArray(value)) return value.filter((line) => line.trim()).join("\n");
  return as === "strength" ? `${value} / 10` : String(value ?? "");
}

export function formLines(title: string, fields: readonly Field[], answer: Filled, say: Say): string[] {
  return linesOf(filledSheet(title, fields, answer, say));
}
