/** What stands in an answer about the body, and what a tap makes of it. Draws nothing. */

export const PLACES = [..."head face throat shoulders chest arms hands belly back legs feet".split(" ")];
export const STRENGTHS = ["light", "medium", "strong"] as const;
export type Marks = Readonly<Record<string, string>>;

/** Those places alone, in the order of the body, with the strength they had. */
export function marked(before: Marks, places: readonly string[]): Marks {
  return Object.fromEntries(
    PLACES.filter((place) => places.includes(place)).map((place) => [place, before[place] ?? "felt"]),
  );
}

export function toggled(before: Marks, place: string): Marks {
  const others = Object.keys(before).filter((each) => each !== place);
  return marked(before, place in before ? others : [...others, place]);
}

/** How dark a marked place is drawn: the word for it stands in the list. */
export function darkness(strength: string | undefined): number {
  if (strength === undefined) return 0;
  return { light: 1, medium: 2, strong: 4 }[strength] ?? 3;
}
