/** Anonymous answers all look the same on the wire: answer, pass and withdrawal are padded to one size. */

/** The padding that brings `say` (as JSON in UTF-8) to exactly `size` bytes; null when it is larger than that. */
export function padding(say: object, size: number): string | null {
  const missing = size - new TextEncoder().encode(JSON.stringify(say)).length;
  return missing < 0 ? null : " ".repeat(missing);
}
