/** The lines of a song or a poem: each person marks the one that speaks to them. */
import { useState } from "preact/hooks";
import type { ChoiceTally } from "../lib/faces/bars";
import { SeveralOf } from "../lib/faces/choices";
import { OutOfMany } from "../lib/faces/out_of_many";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { type Say, words } from "../lib/words";
import strings from "./lyric_lines.strings.json";

interface Settings {
  question: string;
  lines: readonly string[];
  most: number;
}

interface Answer {
  lines: number[];
}

export function Participant({ settings, draft, setDraft, disabled, language }: ParticipantProps<Settings, Answer>) {
  const say = words(strings, language);
  const { question, lines: sung, most } = settings;
  const [full, setFull] = useState(false);
  const marked = draft?.lines ?? [];
  const choose = (keys: string[]) => {
    const added = keys.map(Number).filter((place) => !marked.includes(place));
    // With one to choose the next tap takes another line; with several a person says which one gives way.
    const next = most === 1 && added.length ? added : keys.map(Number);
    setFull(next.length > most);
    if (next.length <= most) setDraft(next.length ? { lines: next } : null);
  };
  return (
    <div class="asked">
      <h2 class="question">{question}</h2>
      <p class="hint" role="status">
        {say(full ? "full" : "hint", { count: most })}
      </p>
      <SeveralOf
        class="lyric"
        label={question}
        choices={sung.map((says, place) => ({ value: String(place), says }))}
        chosen={marked.map(String)}
        choose={choose}
        disabled={disabled}
      />
    </div>
  );
}

export function Facilitator({ settings, tally, language }: FacilitatorProps<Settings, ChoiceTally>) {
  const say = words(strings, language);
  return (
    <OutOfMany tally={tally} say={say}>
      {(told) => <Lyric settings={settings} tally={told} say={say} />}
    </OutOfMany>
  );
}

/** Before there is a result the wall shows the words alone, to read or to listen by. */
export function Display({ settings, tally, language }: DisplayProps<Settings, ChoiceTally>) {
  const say = words(strings, language);
  if (tally?.too_few) return <p>{say("too_few")}</p>;
  return <Lyric settings={settings} tally={tally} say={say} />;
}

function Lyric({ settings, tally, say }: { settings: Settings; tally: ChoiceTally | null; say: Say }) {
  const { n } = tally ?? {};
  const nobodyMost = tally?.words && !Object.values(tally.words).includes("most");
  return (
    <>
      {nobodyMost && <p class="hint">{say("no_most")}</p>}
      <ol class="lyric-heat">
        {settings.lines.map((line, place) => {
          const { heat, says } = warmth(tally, String(place), say);
          return (
            <li key={place} class={`warm-${heat}`}>
              <span>{line}</span>
              {says && <small>{says}</small>}
            </li>
          );
        })}
      </ol>
      {n !== undefined && <p class="face-n">{say("n", { count: n })}</p>}
    </>
  );
}

/** How warm a line is drawn, from 0 to 4, and the same in words: colour never speaks alone. */
function warmth(tally: ChoiceTally | null, place: string, say: Say): { heat: number; says: string } {
  if (tally?.words) return tally.words[place] === "most" ? { heat: 4, says: say("most") } : { heat: 0, says: "" };
  const [count, n] = [tally?.counts?.[place] ?? 0, tally?.n ?? 0];
  return count ? { heat: Math.ceil((4 * count) / n), says: say("of", { count, n }) } : { heat: 0, says: "" };
}

/** A song is longer than a phone: the promise stands before it. */
export const asksSeveral = true;

export function lines({ question, lines: sung }: Settings, answer: Answer): string[] {
  return [question, ...answer.lines.map((place) => sung[place] ?? "")];
}
