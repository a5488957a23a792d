/** Composed words on their way to the room: one waits in front, others lie in the tray, aside, or on the wall. */
import type { RosterShape, WaitingShape } from "../../protocol";

export type Words = {
  next: WaitingShape | null;
  waiting: WaitingShape[];
  tray: WaitingShape[];
  parked: WaitingShape[];
  wall: WaitingShape[];
  /** On the wall in an earlier step; it can be taken up again. */
  before: WaitingShape[];
};

/** `present` is the run that the group is in. */
export function sorted(all: WaitingShape[], present: string | null = null): Words {
  const at = (where: WaitingShape["where"]) => all.filter((words) => words.where === where);
  // What the group talks about now comes first, and of it what the room may see: the rest is for staff to read.
  const rank = ({ run, may_show }: WaitingShape) => (run === present ? 0 : 2) + (may_show ? 0 : 1);
  const waiting = [...at("waiting")].sort((a, b) => rank(a) - rank(b));
  return {
    next: waiting[0] ?? null,
    waiting,
    tray: at("tray"),
    parked: at("parked"),
    wall: at("wall"),
    before: at("shown_before"),
  };
}

/** Those of the group whose name stands in a text, as a word of its own: before the wall shows it, staff should know. */
export function namesIn(text: string, roster: readonly RosterShape[]): string[] {
  const names = new Set(roster.map(({ name }) => name.trim()).filter((name) => name.length > 1));
  return [...names].filter((name) => new RegExp(`(^|[^\\p{L}])${plain(name)}([^\\p{L}]|$)`, "iu").test(text));
}

function plain(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
