/** What a question of a quiz is on a page, and which one is asked now. Draws nothing. */

export interface Question {
  ask: string;
  options: Readonly<Record<string, string>>;
  /** On phones and on the wall only once it is shown. */
  right?: string;
  why?: string;
  source?: string;
}

export interface Settings {
  questions: readonly Question[];
  tables: number;
}

export interface Shared {
  at: number;
  of: number;
  shown: boolean;
  /** How many of the tables found it; null where that would point at one. */
  found?: "all" | "most" | "some" | null;
  thought?: readonly string[];
}

export interface Own {
  /** Empty for somebody who looks on. */
  table?: string;
  said?: string | null;
}

export interface Led {
  phones: Readonly<Record<string, number>>;
  said: Readonly<Record<string, string>>;
}

export const LETTERS = "ABCDE";

/** The tablet has all questions; phones and wall are told the present one alone. */
export function present({ questions }: Settings, shared: Shared | undefined): Question {
  return questions[shared?.at ?? 0] ?? questions[0] ?? { ask: "", options: {} };
}
