/** A few things, put in order by each person: a tap gives the next place, then they can be moved. */
import { useState } from "preact/hooks";
import { OutOfMany } from "../lib/faces/out_of_many";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { type Say, words } from "../lib/words";
import { unplaced } from "./ranking/order";
import { Places } from "./ranking/places";
import strings from "./ranking.strings.json";

interface Settings {
  question: string;
  options: Readonly<Record<string, string>>;
}

interface Answer {
  order: string[];
}

interface Tally {
  n?: number;
  /** The group's, first to last. */
  order?: readonly string[];
  places?: Readonly<Record<string, number | null>>;
  too_few?: boolean;
}

export function Participant({ settings, draft, setDraft, disabled, language }: ParticipantProps<Settings, Answer>) {
  const say = words(strings, language);
  const { question, options } = settings;
  // Until everything has a place there is nothing to send: what is placed so far is remembered here.
  const [begun, setBegun] = useState<string[]>([]);
  const order = draft?.order ?? begun;
  const left = unplaced(options, order);
  const setOrder = (next: string[]) => {
    setBegun(next);
    setDraft(unplaced(options, next).length ? null : { order: next });
  };
  return (
    <div class="asked">
      <h2 class="question">{question}</h2>
      <p class="hint">{say(left.length === 0 ? "done" : order.length ? "next" : "first")}</p>
      {order.length > 0 && <Places {...{ order, options, setOrder, disabled, say }} />}
      {left.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: the question above is a heading of the page, not a legend.
        <div class="ranking-left" role="group" aria-label={say(order.length ? "next" : "first")}>
          {left.map((key) => (
            <button type="button" key={key} disabled={disabled} onClick={() => setOrder([...order, key])}>
              {options[key]}
            </button>
          ))}
        </div>
      )}
      {order.length > 0 && !disabled && (
        <button type="button" class="quiet" onClick={() => setOrder([])}>
          {say("again")}
        </button>
      )}
    </div>
  );
}

export function Facilitator({ settings, tally, language }: FacilitatorProps<Settings, Tally>) {
  const say = words(strings, language);
  return (
    <OutOfMany tally={tally} say={say}>
      {(told) => <Together settings={settings} tally={told} say={say} />}
    </OutOfMany>
  );
}

/** Before there is a result the wall shows what is to be put in order, for those who have no phone. */
export function Display({ settings, tally, language }: DisplayProps<Settings, Tally>) {
  const say = words(strings, language);
  if (tally?.too_few) return <p>{say("too_few")}</p>;
  if (tally) return <Together settings={settings} tally={tally} say={say} />;
  return (
    <ul class="ranking-things">
      {Object.entries(settings.options).map(([key, text]) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  );
}

/** Things are put in order here, never people: nobody can see who placed what where. */
function Together({ settings: { options }, tally: { n, order, places }, say }: Told) {
  const keys = order ?? [];
  return (
    <>
      <p class="hint">{say("together")}</p>
      <ol class="ranking-together">
        {keys.map((key, place) => (
          <li key={key}>
            <b class="numbers">{place + 1}</b>
            <span>{options[key] ?? key}</span>
            {typeof places?.[key] === "number" && (
              <>
                <span class="ranking-place">{say("place", { place: places[key].toFixed(1) })}</span>
                <Nearness place={places[key]} of={keys.length} />
              </>
            )}
          </li>
        ))}
      </ol>
      {n !== undefined && <p class="face-n">{say("n", { count: n })}</p>}
    </>
  );
}

interface Told {
  settings: Settings;
  tally: Tally;
  say: Say;
}

/** The nearer to the first place on average, the longer. */
function Nearness({ place, of }: { place: number; of: number }) {
  return (
    <svg class="bar" aria-hidden="true">
      <rect width={`${Math.round((100 * (of + 1 - place)) / of)}%`} height="100%" rx="4" />
    </svg>
  );
}

export function lines({ question, options }: Settings, { order }: Answer): string[] {
  return [question, ...order.map((key, place) => `${place + 1}. ${options[key] ?? key}`)];
}
