/** What nobody needs for a first answer. It comes in one piece, right after the page can be used. */
import { signal } from "@preact/signals";
import type { ComponentChild } from "preact";
import { fetchAllWords } from "./language";

type Parts = typeof import("./later_parts");

const parts = signal<Parts | null>(null);

/** Draws what came later; nothing until then. It is fetched at once, unless this can wait until it comes by itself. */
export function Later({ draw, waits }: { draw(parts: Parts): ComponentChild; waits?: boolean }) {
  if (parts.value) return draw(parts.value);
  if (!waits) void fetchLater();
  return null;
}

/** Everything else that this page may need, so that it is there when the network is not; `soon`: the next step's kind. */
export async function fetchLater(soon?: string): Promise<void> {
  const came = await import("./later_parts").catch(() => null);
  if (came) parts.value = came;
  came?.ahead(soon);
  await fetchAllWords();
}
