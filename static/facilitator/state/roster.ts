/** The roster in the order a facilitator looks for people. It never knows who answered an anonymous activity. */
import type { RosterShape } from "../../protocol";

export type Roster = {
  knocking: RosterShape[];
  /** Admitted, by name: an order that says nothing about anyone. */
  seats: RosterShape[];
  removed: RosterShape[];
};

export function grouped(roster: RosterShape[]): Roster {
  const byName = [...roster].sort((a, b) => a.name.localeCompare(b.name));
  return {
    knocking: byName.filter(({ admission }) => admission === "knocking" || admission === "next_step"),
    seats: byName.filter(({ admission }) => admission === "admitted"),
    removed: byName.filter(({ admission }) => admission === "removed"),
  };
}

export type Presence = "here" | "phone_gone" | "no_phone" | "away" | "out" | "unconfirmed";

/** What staff confirmed comes first; the phone only suggests, so one that is there still waits to be confirmed. */
export function presenceOf(seat: RosterShape): Presence {
  if (seat.minutes === "away" || seat.minutes === "out") return seat.minutes;
  if (seat.phone === "gone") return "phone_gone";
  if (seat.minutes === "unconfirmed") return "unconfirmed";
  return seat.phone === "none" ? "no_phone" : "here";
}

/** Those whom one tap may confirm: their phone is here, and nobody has said otherwise. */
export function toConfirm(roster: RosterShape[]): RosterShape[] {
  return grouped(roster).seats.filter(({ minutes, phone }) => minutes === "unconfirmed" && phone === "connected");
}

export type Count = { here: number; withoutPhone: number };

/** Someone in the room counts as here before staff had time to confirm it, if their phone is there. */
export function headCount(roster: RosterShape[]): Count {
  const here = grouped(roster).seats.filter(
    ({ minutes, phone }) => minutes === "in" || (minutes === "unconfirmed" && phone === "connected"),
  );
  return { here: here.length, withoutPhone: here.filter(({ phone }) => phone === "none").length };
}

export type InTheRound = { seats: RosterShape[]; left: number; begun: boolean };

/** Those in the room, by name; how many of them have not been heard yet, once somebody was marked. */
export function inTheRound(roster: RosterShape[]): InTheRound {
  const seats = grouped(roster).seats.filter(({ here }) => here);
  const begun = roster.some(({ heard }) => heard !== null);
  return { seats, left: seats.filter(({ heard }) => !heard).length, begun };
}

/** How many of those here have answered or passed a named run; null where nobody may know. */
export function answeredCount(roster: RosterShape[], run: string): { answered: number; of: number } | null {
  const known = grouped(roster).seats.filter(({ answered }) => answered && run in answered);
  if (known.length === 0) return null;
  return { answered: known.filter(({ answered }) => answered?.[run]).length, of: known.length };
}

/** Shortest marks that tell the names apart: `An`, `Be`; `AM` for two words; longer where they collide. */
export function initials(names: string[]): Map<string, string> {
  const marks = new Map(names.map((name) => [name, mark(name, 2)]));
  for (let length = 3; length <= 6; length += 1) {
    for (const name of colliding(marks)) marks.set(name, mark(name, length));
  }
  return marks;
}

function mark(name: string, length: number): string {
  const words = name.trim().split(/\s+/);
  if (length === 2 && words.length > 1)
    return words
      .slice(0, 2)
      .map((word) => [...word][0] ?? "")
      .join("");
  return [...words.join("")].slice(0, length).join("");
}

function colliding(marks: Map<string, string>): string[] {
  const seen = new Map<string, string[]>();
  for (const [name, short] of marks) seen.set(short, [...(seen.get(short) ?? []), name]);
  return [...seen.values()].filter((names) => names.length > 1).flat();
}
