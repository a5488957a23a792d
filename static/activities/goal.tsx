/** One small step until next time, in plain words. It asks kindly how the last one went; nothing is ever a failure. */
import { useEffect, useRef } from "preact/hooks";
import { OneOf } from "../lib/faces/choices";
import { Growing } from "../lib/faces/growing";
import { follow, KeepStep, LastStep, recognise } from "../lib/faces/kept_step";
import { Points } from "../lib/faces/points";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { linesOf, type Sheet } from "../lib/sheet";
import { type Say, words } from "../lib/words";
import strings from "./goal.strings.json";

interface Settings {
  question?: string;
  look_back: boolean;
}

const LAST_TIME = ["did", "some", "not_yet", "had_none"] as const;
const PARTS = { step: 160, when: 80, way: 160 } as const;
type Part = keyof typeof PARTS;

type Answer = { last_time?: (typeof LAST_TIME)[number]; sure?: number } & Partial<Record<Part, string>>;

interface Tally {
  n?: number;
}

/** Below this, a smaller step is offered; never a word about the person. */
const SURE_ENOUGH = 7;

type Change = { [Key in keyof Answer]?: Answer[Key] | undefined };
type OnPhone = ParticipantProps<Settings, Answer>;

/** Whatever its promise, a step may stay on its writer's own phone until next time, and is asked about then. */
export function Participant({ settings, draft, setDraft, disabled, language }: OnPhone) {
  const say = words(strings, language);
  const title = settings.question ?? say("question");
  const wrote = useRef(false);
  useEffect(() => {
    // Until something is written here, a draft is one that came back, and after a reload it may come late.
    if (!wrote.current) void recognise(draft);
  }, [draft]);
  const put = (next: Answer | null) => {
    wrote.current = true;
    setDraft(next);
    follow(next, title);
  };
  const write = (change: Change) => put(changed(draft, change));
  return (
    <div class="asked goal">
      <h2 class="question">{title}</h2>
      <LastStep language={language} {...(disabled ? {} : { again: (step) => put(changed(draft, step)) })} />
      {settings.look_back && <LookBack chosen={draft?.last_time} write={write} disabled={disabled} say={say} />}
      <Parts draft={draft} write={write} disabled={disabled} say={say} />
      <Sure chosen={draft?.sure} write={write} disabled={disabled} say={say} />
      <KeepStep draft={draft} title={title} language={language} />
    </div>
  );
}

interface Writing {
  write(change: Change): void;
  disabled: boolean;
  say: Say;
}

function LookBack({ chosen, write, disabled, say }: Writing & { chosen: Answer["last_time"] | undefined }) {
  return (
    <section class="group" aria-label={say("last_time")}>
      <h3>{say("last_time")}</h3>
      <OneOf
        class="choices goal-last"
        label={say("last_time")}
        choices={LAST_TIME.map((value) => ({ value, says: say(value), class: "choice" }))}
        chosen={chosen}
        choose={(last_time) => write({ last_time })}
        disabled={disabled}
      />
      <p class="hint" role="status">
        {chosen && chosen !== "had_none" && say(`${chosen}.says`)}
      </p>
    </section>
  );
}

function Parts({ draft, write, disabled, say }: Writing & { draft: Answer | null }) {
  return (Object.keys(PARTS) as Part[]).map((part) => (
    <label key={part} class="goal-part">
      <span>{say(part)}</span>
      <span class="hint">{say(`${part}.like`)}</span>
      <Growing
        value={draft?.[part] ?? ""}
        write={(value) => write({ [part]: value })}
        most={PARTS[part]}
        disabled={disabled}
      />
    </label>
  ));
}

function Sure({ chosen, write, disabled, say }: Writing & { chosen: number | undefined }) {
  return (
    <section class="group" aria-label={say("sure")}>
      <h3>{say("sure")}</h3>
      <Points
        scale={{ from: 0, to: 10, labels: { 0: say("sure.0"), 10: say("sure.10") } }}
        label={say("sure")}
        chosen={chosen}
        choose={(sure) => write({ sure })}
        disabled={disabled}
      />
      <p class="hint" role="status">
        {chosen !== undefined && say(chosen < SURE_ENOUGH ? "smaller" : "sure_enough")}
      </p>
    </section>
  );
}

/** The answer with a part changed, in the order of the page; null when nothing is left in it. */
export function changed(before: Answer | null, change: object): Answer | null {
  const all: Record<string, unknown> = { ...before, ...change };
  const kept = ["last_time", ...Object.keys(PARTS), "sure"].filter((name) => {
    const value = all[name];
    return typeof value === "string" ? value.trim() : value !== undefined;
  });
  return kept.length ? (Object.fromEntries(kept.map((name) => [name, all[name]])) as Answer) : null;
}

export function Facilitator({ tally, language }: FacilitatorProps<Settings, Tally>) {
  const say = words(strings, language);
  return (
    <div class="face">
      {tally?.n !== undefined && <p class="face-n">{say("n", { count: tally.n })}</p>}
      <p>{say(tally ? "come_singly" : "nothing_yet")}</p>
      <p class="hint">{say("staff")}</p>
    </div>
  );
}

/** The four questions, for whoever writes on paper; approved steps are the page's cards. */
export function Display({ language }: DisplayProps<Settings, Tally>) {
  const say = words(strings, language);
  return (
    <ol class="goal-wall">
      {[...Object.keys(PARTS), "sure"].map((part) => (
        <li key={part}>{say(part)}</li>
      ))}
    </ol>
  );
}

export function composes(): boolean {
  return true;
}

/** It fills more than a screen: the promise stands before it. */
export const asksSeveral = true;

/** The ready words are said in the language of the page that asks. */
export function sheet({ question }: Settings, answer: Answer): Sheet {
  const say = words(strings, globalThis.document?.documentElement.lang || "en");
  const parts = (Object.keys(PARTS) as Part[]).map((part) => ({ head: say(part), text: answer[part]?.trim() ?? "" }));
  const sure = answer.sure === undefined ? [] : [{ head: say("sure"), text: `${answer.sure} / 10` }];
  const last = answer.last_time ? [{ head: say("last_time"), text: say(answer.last_time) }] : [];
  return {
    title: question ?? say("question"),
    parts: [...last, ...parts.filter(({ text }) => text), ...sure, ...next(say, answer)],
  };
}

/** A place to tick when next time has come: whoever keeps the sheet brings the answer along. */
function next(say: Say, { step }: Answer) {
  if (!step) return [];
  return [
    {
      head: say("next_time"),
      text: LAST_TIME.slice(0, 3)
        .map((how) => `☐ ${say(how)}`)
        .join("\n"),
    },
  ];
}

export function lines(settings: Settings, answer: Answer): string[] {
  return linesOf(sheet(settings, answer)).filter((line) => line);
}
