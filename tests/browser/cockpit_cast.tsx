/** A group on a tablet for the cockpit's tests: Ana, Ben, Chris, Dee and Eli, one small day, a link that only listens. */
import { signal } from "@preact/signals";
import { render } from "preact-render-to-string";
import { Cockpit } from "../../static/facilitator/cockpit";
import { type Desk, makeDesk } from "../../static/facilitator/desk";
import type { Side, Stage } from "../../static/facilitator/layers";
import type { Answered, Link } from "../../static/facilitator/link";
import { Pictures } from "../../static/lib/drawing/pictures";
import { type Say, words } from "../../static/lib/words";
import type {
  FacilitatorView,
  PlanStepShape,
  PlanView,
  RosterShape,
  RunShape,
  WaitingShape,
} from "../../static/protocol";
import en from "../../static/strings/facilitator.en.json";

export const NOW = Date.UTC(2026, 10, 23, 18, 47);

export function seat(name: string, more: Partial<RosterShape> = {}): RosterShape {
  const facts = { asks: [], answered: null, accepted: true, here: true, heard: null, since: NOW - 600_000 };
  return { seat: `s-${name}`, name, admission: "admitted", phone: "connected", minutes: "in", ...facts, ...more };
}

export function run(more: Partial<RunShape> = {}, activity: Partial<RunShape["activity"]> = {}): RunShape {
  return {
    activity: {
      run: "r1",
      step: "b2/helps",
      kind: "free_text",
      settings: { question: "What is one thing that helps?" },
      promise: "anonymous",
      phase: "open",
      opened_at: NOW - 60_000,
      closes_at: null,
      frame_bytes: 1024,
      key_id: null,
      ...activity,
    },
    how_many: "some",
    tally: null,
    too_few: false,
    on_wall: false,
    on_phones: false,
    asked_aloud: false,
    can_reopen: false,
    nobody_yet: false,
    for_staff: false,
    ...more,
  };
}

export function written(text: string, more: Partial<WaitingShape> = {}): WaitingShape {
  return { id: text, run: "r1", text, edited: false, name: null, may_show: true, where: "waiting", ...more };
}

function step(id: string, title: string): PlanStepShape {
  const text = [{ type: "paragraph" as const, spans: [{ type: "text" as const, text: `Notes for ${title}` }] }];
  return { id, title, minutes: 5, everyone: [], notes: text, display: [], phone: [], activity: null };
}

const block = { what: "module" as const, discipline: "process", preparation: [] };
export const PLAN: PlanView = {
  boot: "b",
  plan: 1,
  concern: { title: "When a response worries you", blocks: [] },
  blocks: [
    { ...block, id: "b1", ref: "iop/01", title: "Check-in", minutes: 10, steps: [step("b1/in", "Come in")] },
    {
      ...block,
      id: "b2",
      ref: "iop/02",
      title: "Riding out an urge",
      minutes: 40,
      steps: [step("b2/wave", "The wave"), step("b2/helps", "What helps")],
    },
    { ...block, id: "b3", ref: "iop/08", title: "Check-out", minutes: 10, steps: [step("b3/out", "One thing")] },
  ],
};

export function view(more: Partial<FacilitatorView> = {}): FacilitatorView {
  return {
    boot: "b",
    version: 1,
    beat: 0,
    plan: 1,
    language: "en",
    day: "Thursday evening",
    group: "Thursday evening",
    phase: "running",
    ends_for_good_at: null,
    step: "b2/helps",
    visited: ["b1/in", "b2/wave"],
    timer: { started_at: NOW - 60_000, ends_at: NOW + 372_000, held_at: null },
    pace: { behind: 4, left_today: 60 },
    phones: "up",
    held: false,
    covered: false,
    locked: false,
    join: { code: "KELP4R", address: "group.example", url: "", qr: "", size: 21 },
    join_on_wall: false,
    runs: [],
    cannot_open: null,
    k: 4,
    calls: [],
    waiting: [],
    roster: ["Ana", "Ben", "Chris", "Dee", "Eli"].map((name) => seat(name)),
    walls: [],
    tablets: ["Dr. Okoye"],
    two_minutes: null,
    undo: null,
    room_checked: {},
    trouble: null,
    notices: { demo: false, insecure: false },
    ...more,
  };
}

export type Asked = { name: string; payload: unknown };

/** A link that keeps what was asked; `answer` says how the server takes it. */
export function listening(shown: FacilitatorView, asked: Asked[] = [], answer?: () => Promise<Answered>): Link {
  return {
    view: signal(shown),
    plan: signal(PLAN),
    values: signal(null),
    clinicTablet: signal(null),
    seatLink: signal(null),
    pictures: new Pictures(() => {}),
    jotting: signal(null),
    online: signal(true),
    catchingUp: signal(false),
    turnedAway: signal(""),
    now: () => NOW,
    ask: (name, payload) => {
      asked.push({ name, payload });
      return answer ? answer() : Promise.resolve({ done: true });
    },
    tell: () => {},
  };
}

export function deskFor(link: Link, say: Say = words({ en }, "en")): Desk {
  return makeDesk(link, { language: "en", liveSession: "ls1" }, say, "right");
}

type Drawn = { shown?: Partial<FacilitatorView>; stage?: Stage; side?: Side; link?: Partial<Link>; say?: Say };

/** The whole cockpit as HTML. */
export function draw({ shown = {}, stage, side, link = {}, say }: Drawn = {}): string {
  const desk = deskFor({ ...listening(view(shown)), ...link }, say);
  if (stage) desk.stage.value = stage;
  if (side) desk.side.value = side;
  return render(<Cockpit desk={desk} />);
}

/** The one button whose words contain `text`, with its attributes. */
export function button(html: string, text: string): string {
  const all = html.match(/<button[^>]*>.*?<\/button>/gs) ?? [];
  const found = all.filter((each) => each.replace(/<[^>]+>/g, " ").includes(text));
  if (found.length !== 1) throw new Error(`${found.length} buttons say "${text}".`);
  return found[0] ?? "";
}
