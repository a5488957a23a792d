/** A path of songs from how it is to how it could be, one step at a time. Titles only. */
import { GrowingLine } from "../lib/faces/growing";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { words } from "../lib/words";
import strings from "./mood_ladder.strings.json";

interface Settings {
  question?: string;
  steps: number;
}

interface Answer {
  now?: string;
  /** One for each step; "" where nothing is written yet. */
  titles: string[];
  hoped?: string;
}

interface Tally {
  n?: number;
}

const MOOD_MOST = 40;
const TITLE_MOST = 80;

export function Participant({ settings, draft, setDraft, disabled, language }: ParticipantProps<Settings, Answer>) {
  const say = words(strings, language);
  const titles = Array.from({ length: settings.steps }, (_, place) => draft?.titles[place] ?? "");
  const write = (change: Partial<Answer>) => setDraft(written({ ...draft, titles, ...change }));
  const mood = (end: "now" | "hoped") => (
    <li class="ladder-end">
      <label>
        <span>{say(end)}</span>
        <GrowingLine
          value={draft?.[end] ?? ""}
          write={(value) => write({ [end]: value })}
          most={MOOD_MOST}
          placeholder={say(`${end}.like`)}
          next={end === "now"}
          disabled={disabled}
        />
      </label>
    </li>
  );
  return (
    <div class="asked">
      <h2 class="question">{settings.question ?? say("question")}</h2>
      <p class="hint">{say("hint")}</p>
      <ol class="ladder">
        {mood("now")}
        {titles.map((title, place) => (
          <li key={place}>
            <GrowingLine
              value={title}
              write={(value) => write({ titles: titles.map((each, at) => (at === place ? value : each)) })}
              most={TITLE_MOST}
              label={say("song", { number: place + 1, of: settings.steps })}
              placeholder={say("song", { number: place + 1, of: settings.steps })}
              next
              disabled={disabled}
            />
          </li>
        ))}
        {mood("hoped")}
      </ol>
    </div>
  );
}

/** Null while nothing at all is written; an empty mood is none. Moods alone are kept here, and the server asks for a song. */
export function written({ now, titles, hoped }: Answer): Answer | null {
  const answer = { ...moods(now, hoped), titles };
  return answer.now || answer.hoped || titles.some((title) => title.trim()) ? answer : null;
}

function moods(now?: string, hoped?: string): Pick<Answer, "now" | "hoped"> {
  return { ...(now?.trim() ? { now } : {}), ...(hoped?.trim() ? { hoped } : {}) };
}

export function Facilitator({ tally, language }: FacilitatorProps<Settings, Tally>) {
  const say = words(strings, language);
  return (
    <div class="face">
      {tally?.n !== undefined && <p class="face-n">{say("n", { count: tally.n })}</p>}
      <p class="hint">{say(tally ? "come_singly" : "nothing_yet")}</p>
    </div>
  );
}

/** The bare path, so that whoever has no phone can walk it too; approved titles are the page's cards. */
export function Display({ settings, language }: DisplayProps<Settings, Tally>) {
  const say = words(strings, language);
  return (
    <ol class="ladder on-wall">
      <li class="ladder-end">{say("now")}</li>
      {Array.from({ length: settings.steps }, (_, place) => (
        <li key={place}>{say("song", { number: place + 1, of: settings.steps })}</li>
      ))}
      <li class="ladder-end">{say("hoped")}</li>
    </ol>
  );
}

export function composes(): boolean {
  return true;
}

/** The path is longer than a phone: the promise stands before it. */
export const asksSeveral = true;

/** The ready words are said in the language of the page that asks for lines. */
export function lines({ question }: Settings, { now, titles, hoped }: Answer): string[] {
  const say = words(strings, globalThis.document?.documentElement.lang || "en");
  const songs = titles.flatMap((title, place) => (title.trim() ? [`${place + 1}. ${title}`] : []));
  return [
    question ?? say("question"),
    ...(now ? [`${say("now")}: ${now}`] : []),
    ...songs,
    ...(hoped ? [`${say("hoped")}: ${hoped}`] : []),
  ];
}
