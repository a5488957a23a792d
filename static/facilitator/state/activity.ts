/** The activity of a planned step, read from its settings without knowing its kind. */
import type { PlanStepShape } from "../../protocol";

export type Planned = { kind: string; promise: string | null; settings: Record<string, unknown> };

export function activityOf(step: PlanStepShape): Planned | null {
  const kind = step.activity?.kind;
  const settings = step.activity?.settings;
  if (typeof kind !== "string" || !isRecord(settings)) return null;
  return { kind, promise: typeof settings.promise === "string" ? settings.promise : null, settings };
}

/** One question, or those of a list under `ask`; else the note or the title. */
export function questionsOf({ settings }: { settings: Record<string, unknown> }): string[] {
  const one = settings.question;
  if (typeof one === "string") return [one];
  const many = Array.isArray(settings.ask) ? settings.ask : [];
  const asked = many.map((item) => (isRecord(item) ? item.question : null)).filter((text) => typeof text === "string");
  if (asked.length > 0) return asked;
  return [settings.note, settings.title].filter((text) => typeof text === "string").slice(0, 1);
}

/** What people read of it: also what they talk about in twos, and questions that come one after another. */
export function readIn({ settings }: { settings: Record<string, unknown> }): string[] {
  const inARow = Array.isArray(settings.questions) ? settings.questions : [];
  const asked = inARow.map((item) => (isRecord(item) ? item.ask : null));
  return [...questionsOf({ settings }), settings.prompt, ...asked].filter((text) => typeof text === "string");
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
