/** Where words stand in a cloud: always the same for the same words, larger ones towards the middle. Draws nothing. */

export interface Said {
  word: string;
  times: number;
}

/** Words that are alike meet; what comes first and last is the least said. */
export function arranged(texts: readonly string[]): Said[] {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text.toLowerCase(), (times.get(text.toLowerCase()) ?? 0) + 1);
  const rising = [...times]
    .map(([word, count]) => ({ word, times: count }))
    .sort((one, other) => one.times - other.times || scatter(one.word) - scatter(other.word));
  const before = rising.filter((_, place) => place % 2 === 0);
  const after = rising.filter((_, place) => place % 2 === 1);
  return [...before, ...after.reverse()];
}

/** A number that a word always has and that neither the alphabet nor the time knows. */
function scatter(word: string): number {
  let mixed = 2166136261;
  for (const letter of word) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return mixed;
}
