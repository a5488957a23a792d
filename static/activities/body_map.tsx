/** Where in the body something is felt; or, as an equal choice, the weather inside. */
import { useState } from "preact/hooks";
import { OneOf, SeveralOf } from "../lib/faces/choices";
import { OutOfMany } from "../lib/faces/out_of_many";
import { Sky } from "../lib/faces/sky";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { type Say, words } from "../lib/words";
import { Body } from "./body_map/drawing";
import { type BodyTally, Heat } from "./body_map/heat";
import { darkness, type Marks, marked, PLACES, STRENGTHS, toggled } from "./body_map/marks";
import strings from "./body_map.strings.json";

interface Settings {
  question: string;
  strength: boolean;
}

interface Answer {
  places?: Marks;
  weather?: string[];
}

type Way = "body" | "weather";

export function Participant({ settings, draft, setDraft, disabled, language }: ParticipantProps<Settings, Answer>) {
  const say = words(strings, language);
  const [taken, setTaken] = useState<Way | undefined>();
  const way = draft ? (draft.weather ? "weather" : "body") : taken;
  const ways = (["body", "weather"] as const).map((value) => ({ value, says: say(`way.${value}`) }));
  const take = (next: Way | undefined) => {
    setTaken(next);
    if (draft) setDraft(null);
  };
  return (
    <div class="asked">
      <h2 class="question">{settings.question}</h2>
      <OneOf class="ways" label={say("ways")} choices={ways} chosen={way} choose={take} disabled={disabled} />
      {way === "body" && <Places {...{ settings, draft, setDraft, disabled, say }} />}
      {way === "weather" && (
        <Sky
          label={settings.question}
          chosen={draft?.weather ?? []}
          choose={(weather) => setDraft(weather.length ? { weather } : null)}
          disabled={disabled}
          say={say}
        />
      )}
    </div>
  );
}

type PlacesProps = Omit<ParticipantProps<Settings, Answer>, "language"> & { say: Say };

function Places({ settings, draft, setDraft, disabled, say }: PlacesProps) {
  const marks = draft?.places ?? {};
  const give = (places: Marks) => setDraft(Object.keys(places).length ? { places } : null);
  const choices = PLACES.map((value) => ({ value, says: say(`place.${value}`), class: "choice" }));
  const tap = (place: string) => give(toggled(marks, place));
  return (
    <>
      <p class="hint">{say("hint")}</p>
      <Body heat={(place) => darkness(marks[place])} {...(disabled ? {} : { tap })} />
      <SeveralOf
        class="choices places"
        label={settings.question}
        choices={choices}
        chosen={Object.keys(marks)}
        choose={(places) => give(marked(marks, places))}
        disabled={disabled}
      />
      {settings.strength && Object.keys(marks).length > 0 && (
        <Strengths marks={marks} give={give} disabled={disabled} say={say} />
      )}
    </>
  );
}

interface StrengthsProps {
  marks: Marks;
  give(marks: Marks): void;
  disabled: boolean;
  say: Say;
}

function Strengths({ marks, give, disabled, say }: StrengthsProps) {
  const choices = STRENGTHS.map((value) => ({ value: value as string, says: say(value) }));
  return (
    <div class="group">
      <p class="hint">{say("how_strong")}</p>
      {Object.entries(marks).map(([place, strength]) => (
        <div class="strength" key={place}>
          <span>{say(`place.${place}`)}</span>
          <OneOf
            class="strengths"
            label={say("how_strong.place", { place: say(`place.${place}`) })}
            choices={choices}
            chosen={strength}
            choose={(value) => give({ ...marks, [place]: value ?? "felt" })}
            disabled={disabled}
          />
        </div>
      ))}
    </div>
  );
}

export function Facilitator({ tally, language }: FacilitatorProps<Settings, BodyTally>) {
  const say = words(strings, language);
  return (
    <OutOfMany tally={tally} say={say}>
      {(told) => <Heat tally={told} say={say} />}
    </OutOfMany>
  );
}

/** Before there is a result the wall shows the still body, for those who have no phone. */
export function Display({ tally, language }: DisplayProps<Settings, BodyTally>) {
  const say = words(strings, language);
  if (tally?.too_few) return <p>{say("too_few")}</p>;
  return <Heat tally={tally} say={say} />;
}

/** Body, list and strengths are longer than a phone: the promise stands before them. */
export const asksSeveral = true;

/** Places are said in the language of the page that asks for lines. */
export function lines({ question }: Settings, { places = {}, weather = [] }: Answer): string[] {
  const say = words(strings, globalThis.document?.documentElement.lang || "en");
  const felt = Object.entries(places).map(([place, strength]) =>
    strength === "felt" ? say(`place.${place}`) : `${say(`place.${place}`)}: ${say(strength).toLowerCase()}`,
  );
  return [question, ...felt, ...weather.map((key) => say(`weather.${key}`))];
}
