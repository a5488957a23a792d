/** A seat's named answers as plain lines, and its values then and now; read without knowing any kind. */
import type { SeatValuesShape } from "../../protocol";
import { isRecord, questionsOf } from "./activity";

export type Compared = { key: string; question: string; first: number | null; last: number | null };

export function comparedOf(values: SeatValuesShape): Compared[] {
  return values.compared.map(({ key, question, first, last }) => ({
    key: String(key),
    question: typeof question === "string" ? question : questionOf(values, String(key)),
    first: typeof first === "number" ? first : null,
    last: typeof last === "number" ? last : null,
  }));
}

/** The words in which a value was asked, looked up among what the seat was asked. */
function questionOf({ values }: SeatValuesShape, key: string): string {
  for (const { settings } of values) {
    if (!isRecord(settings)) continue;
    const items: unknown[] = Array.isArray(settings.ask) ? settings.ask : [];
    const item =
      items.filter(isRecord).find((one) => one.key === key) ?? (settings.compare_as === key ? settings : null);
    if (typeof item?.question === "string") return item.question;
  }
  return key;
}

export type Valued = {
  run: string;
  kind: string;
  settings: Record<string, unknown>;
  answer: Record<string, unknown> | null;
  passed: boolean;
  title: string;
};

export function valuesOf(told: SeatValuesShape): Valued[] {
  return told.values.map(({ run, kind, settings, answer, passed }) => {
    const asked = isRecord(settings) ? settings : {};
    return {
      run: String(run),
      kind: String(kind),
      settings: asked,
      answer: isRecord(answer) ? answer : null,
      passed: passed === true,
      title: typeof asked.title === "string" ? asked.title : (questionsOf({ settings: asked })[0] ?? ""),
    };
  });
}
