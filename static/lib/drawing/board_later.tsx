/** The paper and everything to draw with, which come once for all kinds of art. */
import type { ComponentChild } from "preact";
import { fetched } from "../fetched";

type Parts = typeof import("./board_parts");

/** Asked for as soon as a phone has a kind of art, which is a step ahead; a wall draws no board and fetches none. */
const parts = /* @__PURE__ */ begun();

function begun() {
  const { came, begin } = fetched<Parts>(() => import("./board_parts"));
  return { came, first: begin() };
}

/** Draws what came; the words say so until then. */
export function WithBoard({ draw, waiting }: { draw(parts: Parts): ComponentChild; waiting: string }) {
  return parts.came.value ? draw(parts.came.value) : <p class="hint">{waiting}</p>;
}

/** Once the first try to fetch it is over. */
export function boardIsFetched(): Promise<void> {
  return parts.first;
}
