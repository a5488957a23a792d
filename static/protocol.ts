// Written by `python -m facilitator.generate` from facilitator/realtime/messages.py. Never edited by hand.

/** Every view and message that the rooms share, and nothing else. Times are milliseconds since 1970 in UTC. */

export type Discipline = "education" | "music" | "art" | "process" | "recreation";

export type Phase = "gathering" | "running" | "ending" | "ended";

export type RunPhase = "open" | "last_call" | "closing" | "closed";

export type HowMany = "none" | "some" | "most" | "everyone";

/** What a person does with an activity. `revision` grows with each change; the newest wins. */
export interface SayShape {
  do: "answer" | "pass" | "withdraw";
  revision: number;
  answer?: Record<string, unknown> | null;
  ok_to_show?: boolean;
}

/** A step's timer. `ends_at` moves when time is added; while held, `held_at` says when it stopped. */
export interface TimerShape {
  started_at: number;
  ends_at: number;
  held_at: number | null;
}

/** Ahead of (negative) or behind (positive) the plan, in whole minutes. */
export interface StepTimeShape {
  behind: number;
  left_today: number;
}

/** How to come in. `qr` is an SVG path in a square of `size` modules, `url` what it says. */
export interface JoinShape {
  code: string;
  address: string;
  url: string;
  qr: string;
  size: number;
}

/** A run of an activity as phones, tablet and wall know it. */
export interface ActivityShape {
  run: string;
  step: string;
  kind: string;
  /** As in the module, in the language of the view; phones and wall have them without what is held back yet. */
  settings: Record<string, unknown>;
  promise: "named" | "anonymous" | "private" | null;
  phase: RunPhase;
  /** When it was opened. It moves on by the length of a hold, so that what runs from it stands still meanwhile. */
  opened_at: number;
  /** When a last call closes, or a closing is sealed. */
  closes_at: number | null;
  frame_bytes: number;
  /** Random id of the key of a sealed run; a new one asks phones to seal and send again. */
  key_id: string | null;
  /** The shared state of a kind that lives. */
  shared?: Record<string, unknown>;
}

/** A run on the tablet. */
export interface RunShape {
  activity: ActivityShape;
  /** Anonymous: moves on a timer. Named: as it is. */
  how_many: HowMany;
  tally: Record<string, unknown> | null;
  /** The tally of the earlier step that this one is set beside; only where there is such a step. */
  before?: Record<string, unknown> | null;
  /** Sealed below *k*: nobody read them and they are erased. */
  too_few: boolean;
  on_wall: boolean;
  on_phones: boolean;
  asked_aloud: boolean;
  can_reopen: boolean;
  /** Open for a while and nothing has come: offer *More time · Ask aloud · Move on*. */
  nobody_yet: boolean;
  /** Its summary is shown neither on the wall nor on phones. */
  for_staff: boolean;
  /** What staff see of an activity that lives besides what everyone sees; it may hold seats. */
  led?: Record<string, unknown>;
}

export interface CallShape {
  call: string;
  seat: string;
  name: string;
  at: number;
  seen: boolean;
  seen_by: string | null;
  /** Unseen for a minute. */
  grown: boolean;
}

/** Composed words on the tablet, and the picture that they are the words for, as on a card. */
export interface WaitingShape {
  id: string;
  run: string;
  text: string;
  edited: boolean;
  /** Only for a named answer. */
  name: string | null;
  /** False: the writer did not tick *OK to show*. */
  may_show: boolean;
  where: "waiting" | "tray" | "parked" | "wall" | "shown_before";
  picture?: string;
  which?: string;
  rung?: "facilitator" | "group" | "record" | "elsewhere";
}

/** One seat on the roster. It never says who answered an anonymous activity. */
export interface RosterShape {
  seat: string;
  name: string;
  admission: "knocking" | "next_step" | "admitted" | "removed";
  phone: "connected" | "gone" | "none";
  minutes: "in" | "out" | "away" | "unconfirmed";
  since: number | null;
  /** `group_time`, `staff_time`, `two_minutes`. */
  asks: string[];
  /** For the present named run: `{run: answered or passed}`; None otherwise. */
  answered: Record<string, boolean> | null;
  accepted: boolean;
  /** In the room, as far as staff and phones have told. */
  here: boolean;
  /** In this round; None while nobody has been marked, for then nobody is counting. */
  heard: boolean | null;
}

/** A run of text inside a block. `link` opens outside the live page; `break` has an empty text. */
export interface Span {
  type: "text" | "strong" | "em" | "code" | "link" | "break";
  text?: string;
  spans?: Span[];
  href?: string;
}

/** One block of text, a closed set: nothing else is ever drawn. paragraph/heading: `spans` (heading: `level` 3–6). list: `ordered`, `start`, `items` (each a list of blocks). quote: `blocks`. code: `text`. table: `head` (cells of spans), `rows`. image: `src` (`<curriculum>/<file>` of its `media/`), `alt`. rule: nothing. */
export interface Block {
  type: "paragraph" | "heading" | "list" | "quote" | "code" | "table" | "image" | "rule";
  spans?: Span[];
  level?: number;
  ordered?: boolean;
  start?: number;
  items?: Block[][];
  blocks?: Block[];
  text?: string;
  head?: Span[][];
  rows?: Span[][][];
  src?: string;
  alt?: string;
}

/** The present step for one audience in one language. */
export interface StepShape {
  id: string;
  /** The module's title. */
  module: string;
  title: string;
  discipline: string;
  number: number;
  of: number;
  blocks: Block[];
}

/** Approved words, and the id of the picture that they are for. No name, no time, an order that says nothing. */
export interface CardShape {
  id: string;
  run: string;
  text: string;
  picture?: string;
  /** Which of several things that were asked at once it answers, in words. */
  which?: string;
}

/** A result that the facilitator chose to show. */
export interface ResultShape {
  run: string;
  kind: string;
  settings: Record<string, unknown>;
  tally: Record<string, unknown> | null;
  too_few: boolean;
  cards: CardShape[];
  /** The shared state of a kind that lives. */
  shared?: Record<string, unknown>;
}

/** What every screen must say about this server. */
export interface NoticesShape {
  demo: boolean;
  insecure: boolean;
}

/** What the wall shows: only what was approved. */
export interface DisplayView {
  boot: string;
  version: number;
  beat: number;
  language: string;
  day: string;
  phase: Phase;
  covered: boolean;
  held: boolean;
  step: StepShape | null;
  timer: TimerShape | null;
  activity: ActivityShape | null;
  /** As phones have it. */
  soon: string;
  shown: ResultShape[];
  cards: CardShape[];
  /** All that may be on the wall now: any other is forgotten at once. */
  pictures: string[];
  join: JoinShape | null;
  notices: NoticesShape;
}

/** A paired wall and what it last confirmed. */
export interface WallShape {
  wall: string;
  connected: boolean;
  confirmed_version: number;
  confirmed_at: number | null;
  /** The view that the wall last said it was showing. */
  shows: DisplayView | null;
}

export interface UndoShape {
  tap: string;
  /** A key of the word catalogue, such as `step`, `show`, `phones`. */
  label: string;
}

export interface FacilitatorView {
  boot: string;
  version: number;
  beat: number;
  plan: number;
  language: string;
  day: string;
  group: string;
  phase: Phase;
  ends_for_good_at: number | null;
  step: string | null;
  visited: string[];
  timer: TimerShape | null;
  pace: StepTimeShape | null;
  phones: "up" | "down";
  held: boolean;
  covered: boolean;
  locked: boolean;
  join: JoinShape;
  join_on_wall: boolean;
  /** The present step's run first, then any still lingering or closing, then those shown. */
  runs: RunShape[];
  /** Why the present step's anonymous activity did not open (`too_few_seats`). */
  cannot_open: string | null;
  k: number;
  calls: CallShape[];
  waiting: WaitingShape[];
  roster: RosterShape[];
  walls: WallShape[];
  /** Names of the staff whose tablets are connected. */
  tablets: string[];
  two_minutes: string | null;
  undo: UndoShape | null;
  /** `wall`, `phone`, `support`: what *Check the room* has seen work. */
  room_checked: Record<string, boolean>;
  /** A banner: `disk` when nothing can be stored, `curriculum` when a file has a problem. */
  trouble: string | null;
  notices: NoticesShape;
}

/** One step with all that the tablet may preview. */
export interface PlanStepShape {
  id: string;
  title: string;
  minutes: number;
  everyone: Block[];
  notes: Block[];
  display: Block[];
  phone: Block[];
  /** `{kind, settings}`, or None. */
  activity: Record<string, unknown> | null;
}

export interface PlanBlockShape {
  id: string;
  what: "module" | "break";
  ref: string;
  title: string;
  discipline: string;
  minutes: number;
  preparation: Block[];
  steps: PlanStepShape[];
}

export interface ScriptShape {
  title: string;
  blocks: Block[];
}

/** The agenda with its texts; sent on connect and when the agenda changes. */
export interface PlanView {
  boot: string;
  /** Grows with each change of the agenda. */
  plan: number;
  blocks: PlanBlockShape[];
  concern: ScriptShape;
}

/** A seat's named answers, asked for by tapping the roster row; hidden again after a minute. */
export interface SeatValuesShape {
  seat: string;
  name: string;
  /** `{run, kind, settings, answer, passed}`, oldest first. */
  values: Record<string, unknown>[];
  /** `{key, first, last}`: then and now, of what was asked more than once. */
  compared: Record<string, unknown>[];
}

export interface SeatLinkPayload {
  id: string;
  seat: string;
  url: string;
  qr: string;
  size: number;
}

/** What staff type on the clinic's tablet, at this address, so that it can be passed round. Works once. */
export interface ClinicTabletPayload {
  id: string;
  code: string;
  address: string;
}

export interface JottingToldPayload {
  text: string;
}

/** A picture that this screen may show. Numbers and known words: see `activities/picture.py`. */
export interface PictureToldPayload {
  id: string;
  marks: Record<string, unknown>[];
  turns?: number;
  mirrored?: boolean;
  sheet?: "square" | "round";
  words?: string;
  tags?: Record<string, unknown>[];
}

export interface DonePayload {
  id: string;
}

export interface RefusedPayload {
  id: string;
  why: string;
  message: string;
}

export interface ClockToldPayload {
  sent: number;
  at: number;
}

/** The server is going away for a moment: connect again after a random part of this many ms. */
export interface ComeBackPayload {
  within: number;
}

/** One line of help from the programme's settings. `href` is `tel:`, `sms:` or `https:`. */
export interface CrisisShape {
  label: string;
  href: string;
}

/** What every phone of one language sees; encoded once for all of them. */
export interface ParticipantView {
  boot: string;
  version: number;
  beat: number;
  language: string;
  /** A neutral name for the day, such as *Thursday evening*. */
  day: string;
  phase: Phase;
  phones: "up" | "down";
  held: boolean;
  step: StepShape | null;
  timer: TimerShape | null;
  activity: ActivityShape | null;
  /** The kind that the next step asks for, to fetch its code before it is needed; empty where it asks for none. */
  soon: string;
  /** The activity of the step before, for whoever is still writing. */
  lingering: ActivityShape | null;
  shown: ResultShape[];
  /** The id of the question *two minutes with staff after group?*, while it is asked. */
  two_minutes: string | null;
  /** Its version; a phone that accepted another reads it again. */
  agreement: string;
  crisis: CrisisShape[];
  /** Whom to turn to when a call does not reach the tablet, in the programme's words. */
  walk_to: string;
  notices: NoticesShape;
}

export interface OwnCallShape {
  call: string;
  status: "sent" | "delivered" | "seen";
  seen_by: string | null;
}

/** This seat's own named answer. Never made for an anonymous run. */
export interface OwnAnswerShape {
  run: string;
  revision: number;
  passed: boolean;
  answer: Record<string, unknown> | null;
  ok_to_show: boolean;
  by_staff: boolean;
}

/** A picture that this seat has sent, how far it goes, and what was asked, by language. */
export interface OwnPieceShape {
  run: string;
  part: string;
  rung: "facilitator" | "group" | "record" | "elsewhere";
  asked: Record<string, string>;
}

/** What only this seat sees. */
export interface OwnView {
  boot: string;
  version: number;
  seat: string;
  name: string;
  admission: "knocking" | "next_step" | "admitted" | "removed";
  /** The version of the agreement that was accepted. */
  accepted: string | null;
  call: OwnCallShape | null;
  two_minutes: boolean | null;
  answers: OwnAnswerShape[];
  pieces: OwnPieceShape[];
  /** What this seat alone may see of an activity that lives. */
  living: Record<string, unknown> | null;
}

/** What a wall shows before a tablet has paired it. */
export interface PairingView {
  code: string;
  notices: NoticesShape;
}

/** A message without a payload of its own. */
export type Nothing = Record<never, never>;

/** Acknowledged: answered by `done` or `refused`. */
export interface FacilitatorAsks {
  /** Leave *Check the room* and go to the first step. */
  begin: Nothing;
  next_step: { from_step: string };
  back_step: { from_step: string };
  go_to_step: { from_step: string; step: string };
  /** To the first step of the last module of the day. */
  go_to_check_out: { from_step: string };
  extend_timer: { step: string; minutes: number };
  /** Put a module of the library (or a break) after a block of the running agenda. */
  add_module: { ref: string; minutes?: number | null; after?: string | null };
  drop_block: { block: string };
  set_phones: { position: "up" | "down" };
  hold: Nothing;
  resume: Nothing;
  set_cover: { covered: boolean };
  /** Take back the last tap; `tap` is the one that the tablet named. */
  undo: { tap: string };
  end_session: Nothing;
  /** Take back *End* within its minute. */
  resume_session: Nothing;
  close_activity: { run: string };
  /** Only while it is closing: its ten seconds. */
  reopen_activity: { run: string };
  /** Open the activity of this step in a new run. */
  ask_again: { step: string };
  more_time: { run: string };
  /** Close without waiting for phones; the group answers with voices. */
  ask_aloud: { run: string };
  show_result: { run: string; where: "wall" | "phones" };
  hide_result: { run: string; where: "wall" | "phones" };
  /** Into the tray; `Reveal` sends the tray to the room. `copy` is the id of an edited copy's text. */
  show_response: { response: string; text?: string | null };
  park_response: { response: string };
  discard_response: { response: string };
  /** Off the wall or out of the tray, back among the waiting. */
  take_down_response: { response: string };
  reveal: Nothing;
  /** Open the programme's script. `response` is what worried staff, if it was one. */
  raise_concern: { response?: string | null };
  /** Ask every phone: two minutes with staff after group? */
  ask_two_minutes: Nothing;
  stop_asking_two_minutes: Nothing;
  admit: { seat: string; when?: "now" | "next_step" };
  remove_seat: { seat: string };
  readmit_seat: { seat: string };
  set_lock: { locked: boolean };
  /** A seat without a phone. The name is stored beside the log, never in it. */
  add_seat: { name: string };
  /** Staff say that someone came in, went out, stepped away or came back. */
  confirm_minutes: { seat: string; what: "in" | "out" | "away" | "back"; minutes_ago?: number };
  /** Somebody has been heard in this round, or not after all. Only tablets know of it. */
  mark_heard: { seat: string; heard: boolean };
  /** Another round in the same step: nobody has been heard yet. */
  new_round: Nothing;
  see_call: { call: string };
  /** `code` is what the wall shows; the conductor finds the wall behind it. */
  pair_wall: { code: string };
  unpair_wall: { wall: string };
  show_join_code: { shown: boolean };
  /** A move of the staff in an activity that lives. The conductor works out the next state. */
  lead: { run: string; move?: Record<string, unknown> };
  rename_seat: { seat: string; name: string };
  /** A named answer that staff enter for a seat without a phone. */
  enter_answer: { seat: string; run: string; say: SayShape };
  see_values: { seat: string };
  seat_link: { seat: string };
  /** The therapist's own note beside the session; it goes into no export. */
  keep_jotting: { text: string };
  pass_tablet_round: Nothing;
  put_tablets_away: Nothing;
  leave_tablet: Nothing;
}

/** Sent without waiting for an answer. */
export interface FacilitatorTells {
  /** Support calls that this awake tablet shows now: they count as delivered. */
  calls_shown: { calls: string[] };
  /** A picture that a view names. They are asked for one after another, so that no line is ever flooded. */
  see_picture: { picture: string };
  /** Whether the page is in front of somebody now. */
  presence: { visible: boolean };
  clock: { sent: number };
}

/** What the server sends. */
export interface FacilitatorIsTold {
  view: FacilitatorView;
  plan: PlanView;
  seat_values: SeatValuesShape;
  seat_link: SeatLinkPayload;
  clinic_tablet: ClinicTabletPayload;
  jotting: JottingToldPayload;
  picture: PictureToldPayload;
  done: DonePayload;
  refused: RefusedPayload;
  clock: ClockToldPayload;
  come_back: ComeBackPayload;
}

/** Acknowledged: answered by `done` or `refused`. */
export interface ParticipantAsks {
  call_staff: { call: string };
  cancel_call: { call: string };
  answer_two_minutes: { ask: string; yes: boolean };
  /** *Hide this now*, or a goodbye: the phone has gone; staff decide what it means for the minutes. */
  leave_seat: Nothing;
  /** A move in an activity that lives. The conductor works out the next shared state. */
  move: { run: string; move?: Record<string, unknown> };
  /** A maker says how far a picture goes from now on. `part` is where in the answer its words stand. */
  step_piece: { run: string; part: string; rung: "me" | "facilitator" | "group" | "record" | "elsewhere" };
  /** An answer, a pass or a withdrawal. For an anonymous run `say` as JSON plus `pad` is always `frame_bytes` long in UTF-8, so that all three look the same on the wire. */
  answer: { run: string; say: SayShape; pad?: string };
  rename: { name: string };
}

/** Sent without waiting for an answer. */
export interface ParticipantTells {
  /** Whether the page is in front of somebody now. */
  presence: { visible: boolean };
  clock: { sent: number };
}

/** What the server sends. */
export interface ParticipantIsTold {
  view: ParticipantView;
  own: OwnView;
  done: DonePayload;
  refused: RefusedPayload;
  clock: ClockToldPayload;
  come_back: ComeBackPayload;
}

/** Acknowledged: answered by `done` or `refused`. */
export type DisplayAsks = Nothing;

/** Sent without waiting for an answer. */
export interface DisplayTells {
  /** The wall confirms what it has drawn. */
  showing: { version: number; beat: number };
  /** A picture that a view names. They are asked for one after another, so that no line is ever flooded. */
  see_picture: { picture: string };
  clock: { sent: number };
}

/** What the server sends. */
export interface DisplayIsTold {
  view: DisplayView;
  pairing: PairingView;
  picture: PictureToldPayload;
  clock: ClockToldPayload;
  come_back: ComeBackPayload;
}
