/** How many tiles stand beside each other, so that a mural is wide, as a wall is. Draws nothing. */
export function columnsFor(places: number): number {
  const rows = places <= 3 ? 1 : places <= 10 ? 2 : 3;
  return Math.max(1, Math.ceil(places / rows));
}
