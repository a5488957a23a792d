/** How many tiles stand beside each other, so that they are wide together, as a wall is, and none is alone. */
export function rowsFor(places: number): number {
  return places <= 3 ? 1 : places <= 10 ? 2 : 3;
}

export function columnsFor(places: number): number {
  return Math.max(1, Math.ceil(places / rowsFor(places)));
}
