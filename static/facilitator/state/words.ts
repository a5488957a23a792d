/** Composed words on their way to the room: one waits in front, others lie in the tray, aside, or on the wall. */
import type { WaitingShape } from "../../protocol";

export type Words = {
  next: WaitingShape | null;
  waiting: WaitingShape[];
  tray: WaitingShape[];
  parked: WaitingShape[];
  wall: WaitingShape[];
  /** On the wall in an earlier step; it can be taken up again. */
  before: WaitingShape[];
};

export function sorted(all: WaitingShape[]): Words {
  const at = (where: WaitingShape["where"]) => all.filter((words) => words.where === where);
  const waiting = at("waiting");
  return {
    next: waiting[0] ?? null,
    waiting,
    tray: at("tray"),
    parked: at("parked"),
    wall: at("wall"),
    before: at("shown_before"),
  };
}
