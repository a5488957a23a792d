/** A private answer as its writer takes it along: a title, and parts with their headings. Draws nothing. */

export interface Sheet {
  title: string;
  parts: readonly { head: string; text: string }[];
}

export function linesOf({ title, parts }: Sheet): string[] {
  return [title, ...parts.flatMap(({ head, text }) => ["", ...(head ? [head] : []), ...text.split("\n")])];
}

/** Of plain lines: the first is the title, the rest one part. */
export function sheetOf([title = "", ...rest]: readonly string[]): Sheet {
  return { title, parts: rest.length ? [{ head: "", text: rest.join("\n") }] : [] };
}
