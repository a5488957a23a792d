/** The paper and everything to draw with, which come once for all kinds of art. */
import { signal } from "@preact/signals";
import type { ComponentChild } from "preact";

type Parts = typeof import("./board_parts");

const AGAIN = 3000;

/** Asked for as soon as a phone has a kind of art, which is a step ahead; a wall draws no board and fetches none. */
const parts = /* @__PURE__ */ fetched();

function fetched() {
  const came = signal<Parts | null>(null);
  const fetch = (): Promise<void> =>
    import("./board_parts").then(
      (all) => {
        came.value = all;
      },
      () => void setTimeout(fetch, AGAIN),
    );
  return { came, first: fetch() };
}

/** Draws what came; the words say so until then. */
export function WithBoard({ draw, waiting }: { draw(parts: Parts): ComponentChild; waiting: string }) {
  return parts.came.value ? draw(parts.came.value) : <p class="hint">{waiting}</p>;
}

/** Once the first try to fetch it is over. */
export function boardIsFetched(): Promise<void> {
  return parts.first;
}
