/** The boxes for single words on the phone. A draft is a list without gaps; on the screen a box may stay empty. */

/** The words as they would be sent: tidy, none empty, none twice. */
export function filled(typed: readonly string[]): string[] {
  const tidy = typed.map((word) => word.trim().replace(/\s+/g, " ")).filter(Boolean);
  return tidy.filter((word, at) => tidy.findIndex((other) => other.toLowerCase() === word.toLowerCase()) === at);
}

/** What stands in each box: what was typed here, unless the draft is another one (it came back from before). */
export function slots(typed: readonly string[], draft: readonly string[], many: number): string[] {
  const ours = filled(typed).join("\n") === draft.join("\n");
  const source = ours ? typed : draft;
  return Array.from({ length: many }, (_, place) => source[place] ?? "");
}
