/** The three markers: how each is drawn on the paper and told in words. Pure. */
import type { Fields } from "../../lib/drawing/fields";
import { GROUNDS } from "../../lib/drawing/grounds";
import { type Mark, type Picture, type Piece, within } from "../../lib/drawing/marks";
import type { Ink, StampName } from "../../lib/drawing/palette";
import type { Say } from "../../lib/words";

export const MARKERS = ["was", "now", "hoped"] as const;
export type Name = (typeof MARKERS)[number];

/** As `facilitator/activities/bridge.py` draws them: each has an ink and a shape of its own. */
export const SIGNS: Record<Name, { ink: Ink; stamp: StampName }> = {
  was: { ink: "gray", stamp: "dot" },
  now: { ink: "red", stamp: "star" },
  hoped: { ink: "blue", stamp: "heart" },
};

export interface Marker {
  x: number;
  y: number;
  word: string;
}

export type Bridge = Piece & Partial<Record<Name, Marker>>;

export type Settings = { question: string; drawn: string } & Record<Name, string>;

const EMPTY: Bridge = { marks: [], words: "" };

/** What is on the paper, or nothing yet. */
export function onPaper(draft: Bridge | null): Bridge {
  return draft ?? EMPTY;
}

/** The answer, or null where nothing is left of it. */
export function orNothing(bridge: Bridge): Bridge | null {
  const markers = MARKERS.some((name) => bridge[name]);
  return markers || bridge.marks.length || bridge.words.trim() ? bridge : null;
}

/** With one marker here, wherever it was before. Its word stays with it. */
export function placed(bridge: Bridge, name: Name, at: { x: number; y: number }): Bridge {
  return { ...bridge, [name]: { x: within(at.x), y: within(at.y), word: bridge[name]?.word ?? "" } };
}

export function takenAway(bridge: Bridge, name: Name): Bridge | null {
  const { [name]: _gone, ...rest } = bridge;
  return orNothing(rest as Bridge);
}

/** The markers as marks: a light disc, so that they are seen on anything, and the sign on it. */
function signs(bridge: Bridge): Mark[] {
  return MARKERS.flatMap((name) => {
    const at = bridge[name];
    if (!at) return [];
    const where = { x: at.x, y: at.y };
    return [
      { ink: "paper", stamp: "dot", ...where, size: 120 } as Mark,
      { ...SIGNS[name], ...where, size: 80 } as Mark,
    ];
  });
}

/** What lies under and over what its maker draws. */
export function around({ drawn }: Settings, bridge: Bridge) {
  const tags = MARKERS.flatMap((name) => {
    const at = bridge[name];
    return at?.word ? [{ x: at.x, y: at.y, text: at.word }] : [];
  });
  return { under: GROUNDS[drawn] ?? [], over: signs(bridge), on: { tags } };
}

export function picture(settings: Settings, bridge: Bridge): Picture {
  const { under, over, on } = around(settings, bridge);
  return { marks: [...under, ...bridge.marks, ...over], ...on };
}

/** Each marker that is set, in a line: its name, its place, its word. */
export function told(settings: Settings, bridge: Bridge, say: Say, { nameOf }: Fields): string[] {
  return MARKERS.flatMap((name) => {
    const at = bridge[name];
    const values = { label: settings[name], place: at ? nameOf(at) : "", word: at?.word ?? "" };
    return at ? [say(at.word ? "at.word" : "at", values)] : [];
  });
}
