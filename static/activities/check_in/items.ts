/** What a check-in asks and what is said to it. Draws nothing. */
import { type Scaled, written } from "../../lib/faces/scale";
import type { Say } from "../../lib/words";

interface Asked {
  key: string;
  question: string;
}

export interface ScaleItem extends Asked, Scaled {
  type: "scale";
}

export interface FeelingItem extends Asked {
  type: "feeling";
  /** The module's own words; without them the house's list is offered. */
  words?: Readonly<Record<string, string>>;
}

export interface YesNoItem extends Asked {
  type: "yes_no";
  asks?: "group_time" | "staff_time";
}

export interface TextItem extends Asked {
  type: "text";
}

export type Item = ScaleItem | FeelingItem | YesNoItem | TextItem;
export type Value = number | string | boolean;
export type Values = Readonly<Record<string, Value>>;

export interface Settings {
  ask: Item[];
}

export interface Answer {
  values: Values;
}

/** The keys of `FEELINGS` in facilitator/activities/check_in.py, in its order. */
export const FEELINGS = [
  "calm",
  "hopeful",
  "thankful",
  "proud",
  "okay",
  "tired",
  "restless",
  "worried",
  "sad",
  "angry",
  "lonely",
  "numb",
] as const;

/** The words to choose from, by key, in the order they are offered. */
export function feelings(item: FeelingItem, say: Say): Readonly<Record<string, string>> {
  return item.words ?? Object.fromEntries(FEELINGS.map((key) => [key, say(`feeling.${key}`)]));
}

/** The answer with one value changed or taken back, in the order of the questions; null when nothing is left of it. */
export function withValue({ ask }: Settings, values: Values, key: string, value: Value | undefined): Answer | null {
  const next = new Map(Object.entries(values));
  if (value === undefined || (typeof value === "string" && !value.trim())) next.delete(key);
  else next.set(key, value);
  const kept = ask.flatMap((item) => {
    const said = next.get(item.key);
    return said === undefined ? [] : [[item.key, said] as const];
  });
  return kept.length ? { values: Object.fromEntries(kept) } : null;
}

export function answeredIn({ ask }: Settings, values: Values): number {
  return ask.filter(({ key }) => values[key] !== undefined).length;
}

/** A value in words. */
export function textOf(item: Item, value: Value, say: Say): string {
  switch (item.type) {
    case "scale": {
      const label = item.labels[String(value)];
      return label ? `${written(Number(value))} (${label})` : written(Number(value));
    }
    case "feeling":
      return feelings(item, say)[String(value)] ?? String(value);
    case "yes_no":
      return say(value ? "yes" : "no");
    default:
      return String(value);
  }
}
