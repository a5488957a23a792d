/** What nobody needs for a first answer. It comes in one piece, right after the page can be used. */
import { signal } from "@preact/signals";
import type { ComponentChild } from "preact";
import { fetchAllWords } from "./language";

type Parts = typeof import("./later_parts");

const parts = signal<Parts | null>(null);

/** Draws what came later; nothing until then. */
export function Later({ draw }: { draw(parts: Parts): ComponentChild }) {
  if (parts.value) return draw(parts.value);
  void fetchLater();
  return null;
}

/** Everything else that this page may need, so that it is there when the network is not. */
export async function fetchLater(): Promise<void> {
  const came = await import("./later_parts").catch(() => null);
  if (came) parts.value = came;
  await fetchAllWords();
}
