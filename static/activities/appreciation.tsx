/** Kind words to the whole group. Nobody is chosen, nothing is counted up, and staff read each line first. */
import { type Line, OneLine } from "../lib/faces/one_line";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { words } from "../lib/words";
import strings from "./appreciation.strings.json";

interface Settings {
  question?: string;
  most: number;
  starters?: readonly string[];
}

interface Tally {
  n?: number;
}

export function Participant({ settings, draft, setDraft, disabled, language }: ParticipantProps<Settings, Line>) {
  const say = words(strings, language);
  return (
    <div class="asked">
      <OneLine
        question={settings.question ?? say("question")}
        hint={say("to_all")}
        most={settings.most}
        starters={settings.starters ?? []}
        text={draft?.text ?? ""}
        write={(text) => setDraft(text.trim() ? { text } : null)}
        disabled={disabled}
        say={say}
      />
    </div>
  );
}

export function Facilitator({ tally, language }: FacilitatorProps<Settings, Tally>) {
  const say = words(strings, language);
  return (
    <div class="face">
      {tally?.n !== undefined && <p class="face-n">{say("n", { count: tally.n })}</p>}
      <p>{say(tally ? "come_singly" : "nothing_yet")}</p>
      <p class="hint">{say("names")}</p>
    </div>
  );
}

/** While it is asked: ways to begin, for the round that is spoken. The page draws the approved lines. */
export function Display({ settings, tally, language }: DisplayProps<Settings, Tally>) {
  const say = words(strings, language);
  if (tally) return <p class="hint">{say("all_of_us")}</p>;
  return (
    <>
      <ul class="starts-on-wall">
        {(settings.starters ?? []).map((start) => (
          <li key={start}>{start} …</li>
        ))}
      </ul>
      <p class="hint">{say("all_of_us")}</p>
    </>
  );
}

export function composes(): boolean {
  return true;
}

export function lines({ question }: Settings, { text }: Line): string[] {
  return [...(question ? [question] : []), text];
}
