/** The weather inside: one or two of eight, for what has no words yet. */
import type { ChoiceTally } from "../lib/faces/bars";
import { OutOfMany } from "../lib/faces/out_of_many";
import { PicturesSeen } from "../lib/faces/pictures_seen";
import { Sky } from "../lib/faces/sky";
import { WEATHER } from "../lib/faces/weather";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { type Say, words } from "../lib/words";
import strings from "./weather_map.strings.json";

interface Settings {
  question: string;
}

interface Answer {
  weather: string[];
}

export function Participant({ settings, draft, setDraft, disabled, language }: ParticipantProps<Settings, Answer>) {
  return (
    <div class="asked">
      <h2 class="question">{settings.question}</h2>
      <Sky
        label={settings.question}
        chosen={draft?.weather ?? []}
        choose={(weather) => setDraft(weather.length ? { weather } : null)}
        disabled={disabled}
        say={words(strings, language)}
      />
    </div>
  );
}

export function Facilitator({ tally, language }: FacilitatorProps<Settings, ChoiceTally>) {
  const say = words(strings, language);
  return (
    <OutOfMany tally={tally} say={say}>
      {(told) => <Seen tally={told} say={say} />}
    </OutOfMany>
  );
}

/** Before there is a result the wall shows the sky, for those who have no phone. */
export function Display({ tally, language }: DisplayProps<Settings, ChoiceTally>) {
  const say = words(strings, language);
  if (tally?.too_few) return <p>{say("too_few")}</p>;
  return <Seen tally={tally} say={say} />;
}

function Seen({ tally, say }: { tally: ChoiceTally | null; say: Say }) {
  const texts = Object.fromEntries(Object.keys(WEATHER).map((key) => [key, say(`weather.${key}`)]));
  return <PicturesSeen texts={texts} drawingOf={(key) => WEATHER[key] ?? ["", ""]} tally={tally} say={say} />;
}

/** The weather is said in the language of the page that asks for lines. */
export function lines({ question }: Settings, { weather }: Answer): string[] {
  const say = words(strings, globalThis.document?.documentElement.lang || "en");
  return [question, weather.map((key) => say(`weather.${key}`)).join(", ")];
}
