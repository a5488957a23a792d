/** Hungry, angry, lonely, tired: four taps, and a small thing to do about each. It stays a list of needs, not a score. */
import { Bars, type ChoiceTally } from "../lib/faces/bars";
import { SeveralOf } from "../lib/faces/choices";
import { OutOfMany } from "../lib/faces/out_of_many";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import type { Sheet } from "../lib/sheet";
import { type Say, words } from "../lib/words";
import strings from "./halt.strings.json";

const NEEDS = ["hungry", "angry", "lonely", "tired"] as const;
const NONE = "none";
type Need = (typeof NEEDS)[number] | typeof NONE;

interface Settings {
  question?: string;
  ideas?: Partial<Record<Need, string>>;
}

interface Answer {
  needs: Need[];
}

const named = (say: Say) => Object.fromEntries(NEEDS.map((need) => [need, say(need)]));

export function Participant({ settings, draft, setDraft, disabled, language }: ParticipantProps<Settings, Answer>) {
  const say = words(strings, language);
  const chosen = draft?.needs ?? [];
  const question = settings.question ?? say("question");
  return (
    <div class="asked">
      <h2 class="question">{question}</h2>
      <SeveralOf
        class="choices halt"
        label={question}
        choices={[...NEEDS, NONE].map((value) => ({ value, says: say(value), class: "choice" }))}
        chosen={chosen}
        choose={(needs) => setDraft(after(chosen, needs as Need[]))}
        disabled={disabled}
      />
      <div role="status">
        <NeedList needs={chosen} settings={settings} say={say} />
      </div>
    </div>
  );
}

/** *None of these* and a need take each other's place. */
export function after(before: readonly Need[], needs: readonly Need[]): Answer | null {
  const [last] = needs.filter((need) => !before.includes(need));
  const kept = last === undefined ? needs : needs.filter((need) => (need === NONE) === (last === NONE));
  return kept.length ? { needs: [...kept] } : null;
}

function NeedList({ needs, settings, say }: { needs: readonly Need[]; settings: Settings; say: Say }) {
  if (needs.length === 0) return null;
  if (needs.includes(NONE)) return <p>{say("good")}</p>;
  return (
    <section class="need-list" aria-label={say("list")}>
      <h3>{say("list")}</h3>
      <dl>
        {needs.map((need) => (
          <div key={need}>
            <dt>{say(need)}</dt>
            <dd>{settings.ideas?.[need] ?? say(`${need}.do`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function Facilitator({ tally, language }: FacilitatorProps<Settings, ChoiceTally>) {
  const say = words(strings, language);
  return (
    <div class="face">
      <OutOfMany tally={tally} say={say}>
        {(told) => <Bars texts={named(say)} tally={told} say={say} />}
      </OutOfMany>
      <p class="hint">{say("staff")}</p>
    </div>
  );
}

/** The four words with what one can do, for everyone; then how the room is, and never who. */
export function Display({ settings, tally, language }: DisplayProps<Settings, ChoiceTally>) {
  const say = words(strings, language);
  if (tally?.too_few) return <p>{say("too_few")}</p>;
  if (tally) return <Bars texts={named(say)} tally={tally} say={say} />;
  return (
    <dl class="halt-wall">
      {NEEDS.map((need) => (
        <div key={need}>
          <dt>{say(need)}</dt>
          <dd>{settings.ideas?.[need] ?? say(`${need}.do`)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The ready words are said in the language of the page that asks. */
const ownWords = () => words(strings, globalThis.document?.documentElement.lang || "en");

export function sheet({ ideas }: Settings, { needs }: Answer): Sheet {
  const say = ownWords();
  const parts = needs.map((need) => ({
    head: say(need),
    text: need === NONE ? say("good") : (ideas?.[need] ?? say(`${need}.do`)),
  }));
  return { title: say("list"), parts };
}

export function lines({ question, ideas }: Settings, { needs }: Answer): string[] {
  const say = ownWords();
  return [
    question ?? say("question"),
    ...needs.map((need) => (need === NONE ? say(need) : `${say(need)}: ${ideas?.[need] ?? say(`${need}.do`)}`)),
  ];
}
