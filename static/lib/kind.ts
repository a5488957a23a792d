/**
 * What each kind of activity gives to the pages: `static/activities/<kind>.tsx` exports these names.
 * A kind draws its question and its result; sending, passing, promises and saving belong to the page.
 */
import type { ComponentChild } from "preact";
import type { ActivityShape, CardShape, RunShape, WaitingShape } from "../protocol";
import type { Picture } from "./drawing/marks";
import type { Sheet } from "./sheet";

export type Json = Record<string, unknown>;

/** The phone: only the question's inputs. `draft` is the answer as it would be sent, or null while there is none. */
export interface ParticipantProps<Settings = Json, Answer = Json, Shared = Json, Own = Json> {
  settings: Settings;
  /** What is chosen or written so far; it may come back from an earlier visit, or from an answer being changed. */
  draft: Answer | null;
  /** Called with each change: the whole answer, or null when it cannot be sent yet. */
  setDraft(draft: Answer | null): void;
  /** True while nothing may be changed: closed, or just being sent. */
  disabled: boolean;
  language: string;
  /** Only for kinds that live. */
  living?: Living<Shared, Own>;
}

/** A kind that lives: what everyone sees, what this seat alone sees, and how to make a move. */
export interface Living<Shared = Json, Own = Json> {
  shared: Shared;
  own: Own | null;
  /** When this run began, in ms by the room's clock; a hold moves it on. */
  opened_at: number;
  /** A move that is refused is told to the person by the page, in the server's words. */
  move(move: Json): void;
}

/** A kind that lives, on the tablet: what everyone sees, what staff see besides, and how they make a move. */
export interface Leading<Shared = Json, Led = Json> {
  shared: Shared;
  led: Led;
  /** The seats of those in the room, by name. */
  here: string[];
  /** A move of the staff. True once it is stored; the page tells why it was refused. */
  lead(move: Json): Promise<boolean>;
  nameOf(seat: string): string;
}

/** The tablet: the tally as it comes in. `tally` is null before the first wave. */
export interface FacilitatorProps<Settings = Json, Tally = Json, Shared = Json, Led = Json> {
  settings: Settings;
  tally: Tally | null;
  run: RunShape;
  /** What people wrote in this run, wherever it is: waiting, in the tray, on the wall. */
  cards: WaitingShape[];
  language: string;
  /** Only for kinds that live. */
  living?: Leading<Shared, Led>;
}

/**
 * The wall, and phones when a result is shown to them: draw in `em`, so that both sizes work.
 * `live` is the run while it is open (for a ring to breathe with), else null; of a kind that lives it is the run
 * also when it takes no more answers, and null on phones. `shared` is what everyone sees of a kind that lives.
 */
export interface DisplayProps<Settings = Json, Tally = Json, Shared = Json> {
  settings: Settings;
  tally: Tally | null;
  /** Approved words. The page draws them; only kinds that place words themselves (a cloud) look here. */
  cards: CardShape[];
  live: ActivityShape | null;
  shared?: Shared;
  language: string;
}

/**
 * What goes on behind the faces while a run is there, such as a sound: the tablet and the wall keep it whatever else
 * they show, and take it away while the group is on hold. `living` is there on the tablet alone.
 */
export interface MeanwhileProps<Settings = Json, Shared = Json> {
  settings: Settings;
  shared: Shared;
  language: string;
  living?: Leading<Shared>;
}

/** What reaches a page of a kind's module: the build leaves the other faces out. A tablet draws all of them. */
export type OnPhones = Omit<KindModule, "Facilitator" | "Meanwhile">;
export type OnWalls = Omit<KindModule, "Participant" | "Facilitator">;

export interface KindModule<Settings = Json, Answer = Json, Tally = Json> {
  Participant(props: ParticipantProps<Settings, Answer>): ComponentChild;
  Facilitator(props: FacilitatorProps<Settings, Tally>): ComponentChild;
  Display(props: DisplayProps<Settings, Tally>): ComponentChild;
  /** Only for kinds that live. */
  Meanwhile?(props: MeanwhileProps<Settings>): ComponentChild;
  /** True if people write words of their own here: the page then adds what must be said about words. */
  composes?(settings: Settings): boolean;
  /** Question and answer in plain lines, for a private answer that its writer saves. Kinds with answers have it. */
  lines?(settings: Settings, answer: Answer): string[];
  /** The same as a sheet with headings, where that reads better printed and as a picture; else it is made of `lines`. */
  sheet?(settings: Settings, answer: Answer): Sheet;
  /** True if it asks so much that the promise must stand before it: further down it would be read too late. */
  asksSeveral?: boolean;
  /** True where the page offers to show a step that somebody kept on their own phone last time, below the question. */
  looksBack?: boolean;
  /**
   * Where in an answer the words of its pictures stand. How far such a picture goes is for its maker to say: the page
   * draws the ladder, and nothing of it leaves the phone before a rung is taken.
   */
  pieces?: readonly string[];
  /** What each of them is called, where there are several. Only the first goes with *Send*; the others by their ladder. */
  pieceNames?(settings: Settings): readonly string[];
  /** The picture in an answer, for staff who look at what one person gave. */
  picture?(settings: Settings, answer: Answer): Picture;
  /** True if `Display` draws `cards` itself. */
  drawsCards?: boolean;
}
