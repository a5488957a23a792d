/** The wall while a group draws. It comes when it is drawn: no phone draws it, and none fetches it. */
import { fetched } from "../fetched";
import type { Props } from "./at_work";

const { came, begin } = /* @__PURE__ */ fetched(() => import("./at_work"));

export function AtWork(told: Props) {
  void begin();
  const Sheet = came.value?.Sheet;
  return Sheet ? <Sheet {...told} /> : null;
}

/** Once the first try to fetch it is over. */
export const sheetIsFetched = begin;
