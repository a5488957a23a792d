/** A few single words from each person; the cloud holds those that were approved. */
import { useState } from "preact/hooks";
import { Cloud } from "../lib/faces/cloud";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { words } from "../lib/words";
import { filled, slots } from "./word_cloud/slots";
import strings from "./word_cloud.strings.json";

interface Settings {
  question: string;
  words: number;
}

interface Answer {
  words: string[];
}

interface Tally {
  n?: number;
}

const CHARACTERS = 24;

export function Participant({ settings, draft, setDraft, disabled, language }: ParticipantProps<Settings, Answer>) {
  const say = words(strings, language);
  // Where each word stands is remembered here: a draft has no gaps, and a word must not jump while it is typed.
  const [typed, setTyped] = useState<string[]>([]);
  const shown = slots(typed, draft?.words ?? [], settings.words);
  const write = (place: number, text: string) => {
    const next = shown.map((word, at) => (at === place ? text : word));
    setTyped(next);
    setDraft(filled(next).length ? { words: filled(next) } : null);
  };
  return (
    <div class="asked">
      <h2 class="question">{settings.question}</h2>
      <p class="hint">{say("hint", { count: settings.words })}</p>
      <div class="word-slots">
        {shown.map((word, place) => (
          <input
            key={place}
            type="text"
            aria-label={settings.words === 1 ? settings.question : say("slot", { number: place + 1 })}
            value={word}
            maxLength={CHARACTERS}
            disabled={disabled}
            autocomplete="off"
            autocapitalize="none"
            enterkeyhint={place + 1 < settings.words ? "next" : "done"}
            onInput={({ currentTarget }) => write(place, currentTarget.value)}
          />
        ))}
      </div>
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

export function Display({ settings, cards, language }: DisplayProps<Settings, Tally>) {
  const say = words(strings, language);
  return <Cloud cards={cards} label={settings.question} empty={say("empty")} />;
}

export const drawsCards = true;

export function composes(): boolean {
  return true;
}

export function lines({ question }: Settings, answer: Answer): string[] {
  return [question, answer.words.join(", ")];
}
