/** What a tap or a finger does to an order. Draws nothing; never changes the order it was given. */

/** The order with what stood at one place at another; the rest closes up. */
export function moved(order: readonly string[], from: number, to: number): string[] {
  const last = order.length - 1;
  const key = order[from];
  if (key === undefined) return [...order];
  const others = order.filter((_, place) => place !== from);
  others.splice(Math.min(Math.max(to, 0), last), 0, key);
  return others;
}

/** What has no place yet, in the order of the question. */
export function unplaced(options: Readonly<Record<string, string>>, order: readonly string[]): string[] {
  return Object.keys(options).filter((key) => !order.includes(key));
}

/** The place that a finger at this height is over: the first whose lower edge is below it, else the last. */
export function placeAt(height: number, lowerEdges: readonly number[]): number {
  const place = lowerEdges.findIndex((edge) => height < edge);
  return place === -1 ? lowerEdges.length - 1 : place;
}
