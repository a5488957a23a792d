/** What short questions ask and what is said to them. Draws nothing. */
import type { Say } from "../../words";
import { type Scaled, written } from "../scale";

interface Asked {
  key: string;
  /** In the module's words, or in the house's: the server puts those in. */
  question: string;
}

type Texts = Readonly<Record<string, string>>;

export interface ScaleItem extends Asked, Scaled {
  type: "scale";
}

/** Words alone, or beside a picture or a color: never these alone. */
export interface FeelingItem extends Asked {
  type: "feeling";
  as?: "words" | "pictures" | "colours";
  words?: Texts;
}

export interface YesNoItem extends Asked {
  type: "yes_no" | "group_time" | "staff_time";
}

export interface TextItem extends Asked {
  type: "text";
}

export interface SleepItem extends Asked {
  type: "sleep";
  /** After the highest number of hours. */
  most: string;
  rested_question: string;
  rested: Texts;
}

/** `leads_to`: what the programme says a *yes* leads to, shown with the question about use. */
export interface OneWordItem extends Asked {
  type: "medication" | "use";
  options: Texts;
  leads?: string;
  leads_to?: string;
}

export interface ChoicesItem extends Asked {
  type: "choices";
  options: Texts;
  several: boolean;
  other: boolean;
  /** What stands over the box for own words. */
  own?: string;
}

export interface HighLowItem extends Asked {
  type: "high_low";
  high: string;
  low: string;
}

export type Item = ScaleItem | FeelingItem | YesNoItem | TextItem | SleepItem | OneWordItem | ChoicesItem | HighLowItem;
export type Parts = Readonly<{
  hours?: number;
  rested?: string;
  chosen?: string[];
  other?: string;
  high?: string;
  low?: string;
}>;
export type Value = number | string | boolean | Parts;
export type Values = Readonly<Record<string, Value>>;

export interface Settings {
  ask: Item[];
  /** Questions that the programme is not ready for (`use`). */
  left_out?: string[];
}

export interface Answer {
  values: Values;
}

/** As many as `SHORT_CHARACTERS` and `TEXT_CHARACTERS` in facilitator/activities/question_types.py. */
export const SHORT = 140;
export const LONG = 500;
const HOURS_MOST = 12;

export function hoursOf({ most }: SleepItem): Scaled {
  return { from: 0, to: HOURS_MOST, labels: { [HOURS_MOST]: most } };
}

/** A value with one part of it changed or taken back; undefined when nothing is left. */
export function withPart(value: Value | undefined, part: Partial<Record<keyof Parts, unknown>>): Parts | undefined {
  const parts = { ...(typeof value === "object" ? value : {}), ...part };
  const kept = Object.entries(parts).filter(([, said]) => said !== undefined && !isEmpty(said));
  return kept.length ? (Object.fromEntries(kept) as Parts) : undefined;
}

function isEmpty(said: unknown): boolean {
  return typeof said === "string" ? !said.trim() : Array.isArray(said) && !said.length;
}

/** The answer with one value changed or taken back, in the order of the questions; null when nothing is left of it. */
export function withValue({ ask }: Settings, values: Values, key: string, value: Value | undefined): Answer | null {
  const next = new Map(Object.entries(values));
  if (value === undefined || isEmpty(value)) next.delete(key);
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
  const parts = typeof value === "object" ? value : {};
  switch (item.type) {
    case "scale": {
      const label = item.labels[String(value)];
      return label ? `${written(Number(value))} (${label})` : written(Number(value));
    }
    case "feeling":
      return item.words?.[String(value)] ?? String(value);
    case "medication":
    case "use":
      return item.options[String(value)] ?? String(value);
    case "sleep": {
      const hours = parts.hours === HOURS_MOST ? `${HOURS_MOST} ${item.most}` : parts.hours;
      return [hours, parts.rested && item.rested[parts.rested]].filter((part) => part !== undefined).join(" · ");
    }
    case "choices":
      return [...(parts.chosen ?? []).map((key) => item.options[key] ?? key), parts.other].filter(Boolean).join(" · ");
    case "high_low":
      return (["high", "low"] as const)
        .flatMap((part) => (parts[part] ? `${item[part]}: ${parts[part]}` : []))
        .join(" · ");
    case "text":
      return String(value);
    default:
      return say(value ? "yes" : "no");
  }
}
