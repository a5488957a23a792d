/** A walk through the pictures whose makers agreed. They hang on the wall alone; staff lead from one to the next. */
import { columnsFor, rowsFor } from "../lib/columns";
import { SeenPicture, usePicture } from "../lib/drawing/seen";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { type Say, words } from "../lib/words";
import strings from "./gallery.strings.json";

interface Settings {
  question: string;
}

interface Shared {
  /** Those to be seen now, of all that are `hung`. */
  pictures: string[];
  hung: string[];
  /** Which one it is, from 1; 0 while all of them are seen. */
  at: number;
}

const NONE: Shared = { pictures: [], hung: [], at: 0 };

/** Nobody has another person's picture on their phone. */
export function Participant({ settings, living, language }: ParticipantProps<Settings, never, Shared>) {
  const say = words(strings, language);
  const { hung, at } = living?.shared ?? NONE;
  return (
    <div class="asked">
      <h2 class="question">{settings.question}</h2>
      <p>{say(hung.length ? "look_up" : "none_yet")}</p>
      <p class="hint" role="status">
        {at > 0 && say("at", { at, of: hung.length })}
      </p>
    </div>
  );
}

export function Facilitator({ living, language }: FacilitatorProps<Settings, never, Shared>) {
  const say = words(strings, language);
  if (!living?.shared.hung.length) return <p class="hint">{say("none_to_show")}</p>;
  const { hung, at } = living.shared;
  return (
    <div class="face gallery-staff">
      <div class="gallery-ways">
        <button type="button" onClick={() => void living.lead({ do: "back" })}>
          {say("back")}
        </button>
        <button type="button" aria-pressed={at === 0} onClick={() => void living.lead({ do: "all" })}>
          {say("all")}
        </button>
        <button type="button" class="strong" onClick={() => void living.lead({ do: "next" })}>
          {say("next")}
        </button>
      </div>
      <ul class="gallery-small">
        {hung.map((picture, place) => (
          <li key={picture}>
            <button
              type="button"
              aria-pressed={at === place + 1}
              onClick={() => void living.lead({ do: "look", picture })}
            >
              <SeenPicture id={picture} label={say("picture", { number: place + 1 })} dots={300} />
            </button>
          </li>
        ))}
      </ul>
      <p class="hint">{at > 0 ? say("at", { at, of: hung.length }) : say("n", { count: hung.length })}</p>
    </div>
  );
}

export function Display({ shared, language }: DisplayProps<Settings, never, Shared>) {
  const say = words(strings, language);
  const { pictures, hung, at } = shared ?? NONE;
  const [only] = pictures;
  if (at > 0 && only) return <One key={only} id={only} at={at} of={hung.length} say={say} />;
  return (
    <ul class="gallery whole" style={`--columns: ${columnsFor(pictures.length)}`} data-rows={rowsFor(pictures.length)}>
      {pictures.map((picture, place) => (
        <li key={picture}>
          <SeenPicture id={picture} label={say("picture", { number: place + 1 })} dots={500} />
        </li>
      ))}
    </ul>
  );
}

function One({ id, at, of, say }: { id: string; at: number; of: number; say: Say }) {
  const { words: told } = usePicture(id);
  return (
    <figure class="gallery-one whole">
      <SeenPicture id={id} label={say("picture", { number: at })} />
      <figcaption>
        {told && <p>{told}</p>}
        <p class="hint">{say("at", { at, of })}</p>
      </figcaption>
    </figure>
  );
}
