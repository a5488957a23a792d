/** What lies on the stage (centre) and beside it (the live column). Nothing ever covers the bottom bar. */

export type Stage =
  | { show: "now" }
  | { show: "answers" }
  | { show: "step"; step: string }
  | { show: "block"; block: string }
  | { show: "join" }
  | { show: "walls" }
  | { show: "concern"; response: string | null }
  | { show: "jottings" }
  | { show: "roll_call" }
  | { show: "add_module"; after: string | null }
  | { show: "end" };

export type Side =
  | { show: "group" }
  | { show: "words" }
  | { show: "round" }
  | { show: "seat"; seat: string }
  | { show: "enter"; seat: string; run: string }
  | { show: "add_seat" };

export const NOW: Stage = { show: "now" };
export const GROUP: Side = { show: "group" };

/** These look at the plan of the day: they give way when the group moves, so that nobody reads an old step for the new. */
export function followsTheGroup(stage: Stage): boolean {
  return stage.show === "step" || stage.show === "block" || stage.show === "answers";
}
