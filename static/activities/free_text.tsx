/** A few sentences of one's own. */
import { Growing } from "../lib/faces/growing";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { words } from "../lib/words";
import strings from "./free_text.strings.json";

interface Settings {
  question: string;
  most: number;
}

interface Answer {
  text: string;
}

interface Tally {
  n?: number;
}

/** The counter stays silent until so few letters are left. */
const NEAR = 40;

export function Participant({ settings, draft, setDraft, disabled, language }: ParticipantProps<Settings, Answer>) {
  const say = words(strings, language);
  const text = draft?.text ?? "";
  const left = settings.most - text.length;
  return (
    <div class="asked">
      <label class="written">
        <span class="question">{settings.question}</span>
        <Growing
          value={text}
          write={(value) => setDraft(value.trim() ? { text: value } : null)}
          most={settings.most}
          disabled={disabled}
        />
      </label>
      <p class="hint letters-left" role="status">
        {left <= NEAR && say("left", { count: left })}
      </p>
    </div>
  );
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

/** The page draws the cards; there is nothing to say beside them. */
export function Display({ tally, cards, language }: DisplayProps<Settings, Tally>) {
  if (!tally || cards.length) return null;
  return <p class="hint">{words(strings, language)("empty")}</p>;
}

export function composes(): boolean {
  return true;
}

export function lines({ question }: Settings, { text }: Answer): string[] {
  return [question, ...text.split("\n")];
}
