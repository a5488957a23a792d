/**
 * The facilitator's desk: the last view, what lies on the stage, and asking the server for something.
 * A command in flight cannot be asked twice, and a refusal is told near the place that was tapped.
 */
import { type Signal, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Say } from "../lib/words";
import type { FacilitatorAsks } from "../protocol";
import { GROUP, NOW, type Side, type Stage } from "./layers";
import type { Link } from "./link";

export type Hand = "right" | "left";
export type Refusal = { at: string; message: string };
export type Page = { language: string; liveSession: string };

export type Desk = {
  link: Link;
  page: Page;
  say: Say;
  stage: Signal<Stage>;
  side: Signal<Side>;
  /** In portrait the two columns are drawers. */
  drawer: Signal<"agenda" | "live" | null>;
  hand: Signal<Hand>;
  menuOpen: Signal<boolean>;
  /** What was written here since the server told what it has; null before the first letter. */
  jotted: Signal<string | null>;
  refusal: Signal<Refusal | null>;
  busy: Signal<ReadonlySet<string>>;
  /** The server's time, moved once a second: for drawing clocks only. */
  second: Signal<number>;
  ask<Name extends keyof FacilitatorAsks>(name: Name, payload: FacilitatorAsks[Name], at: string): Promise<boolean>;
};

/** Two taps on the way somewhere are one tap: whatever moves the group shares one key. */
const MOVING = new Set(["begin", "next_step", "back_step", "go_to_step", "go_to_check_out"]);

export function busyKey(name: keyof FacilitatorAsks, payload: object): string {
  return MOVING.has(name) ? "moving" : `${name} ${JSON.stringify(payload)}`;
}

export function makeDesk(link: Link, page: Page, say: Say, hand: Hand): Desk {
  const refusal = signal<Refusal | null>(null);
  const busy = signal<ReadonlySet<string>>(new Set());

  async function ask<Name extends keyof FacilitatorAsks>(name: Name, payload: FacilitatorAsks[Name], at: string) {
    const key = busyKey(name, payload);
    if (busy.value.has(key)) return false;
    refusal.value = null;
    busy.value = new Set([...busy.value, key]);
    const answered = await link.ask(name, payload);
    busy.value = new Set([...busy.value].filter((other) => other !== key));
    if (!answered.done) refusal.value = { at, message: answered.message || say("no_connection") };
    return answered.done;
  }

  return {
    link,
    page,
    say,
    stage: signal<Stage>(NOW),
    side: signal<Side>(GROUP),
    drawer: signal<"agenda" | "live" | null>(null),
    hand: signal<Hand>(hand),
    menuOpen: signal(false),
    jotted: signal<string | null>(null),
    refusal,
    busy,
    second: signal(link.now()),
    ask,
  };
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("The cockpit's parts stand on a desk.");
  return desk;
}

/** The last view. Parts are only drawn once there is one. */
export function useView() {
  const view = useDesk().link.view.value;
  if (!view) throw new Error("The cockpit's parts are drawn once a view has come.");
  return view;
}
