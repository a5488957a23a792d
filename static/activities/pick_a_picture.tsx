/** One picture out of a few that says it better than words. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ChoiceTally } from "../lib/faces/bars";
import { GrowingLine } from "../lib/faces/growing";
import { OutOfMany } from "../lib/faces/out_of_many";
import { type Drawing, Picture } from "../lib/faces/picture";
import { PicturesSeen } from "../lib/faces/pictures_seen";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { type Say, words } from "../lib/words";
import { PICTURES } from "./pick_a_picture/pictures";
import strings from "./pick_a_picture.strings.json";

interface Settings {
  question: string;
  pictures: readonly string[];
  words: boolean;
}

interface Answer {
  picture: string;
  words?: string;
}

const WORDS_MOST = 140;

/** An installation may be older than a module: a picture it does not know is shown by its word alone. */
const drawingOf = (name: string): Drawing => PICTURES[name] ?? ["", ""];

export function Participant({ settings, draft, setDraft, disabled, language }: ParticipantProps<Settings, Answer>) {
  const say = words(strings, language);
  // Words outlive a change of the picture.
  const [written, setWritten] = useState("");
  const give = (picture: string, text: string) => setDraft(text.trim() ? { picture, words: text } : { picture });
  return (
    <div class="asked">
      <h2 class="question">{settings.question}</h2>
      {draft ? (
        <Chosen name={draft.picture} say={say} disabled={disabled} again={() => setDraft(null)}>
          {settings.words && (
            <label class="picture-words">
              <span>{say("words")}</span>
              <GrowingLine
                value={draft.words ?? ""}
                write={(value) => {
                  setWritten(value);
                  give(draft.picture, value);
                }}
                most={WORDS_MOST}
                disabled={disabled}
              />
            </label>
          )}
        </Chosen>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: the question above is a heading of the page, not a legend.
        <div class="pictures" role="group" aria-label={settings.question}>
          {settings.pictures.map((name) => (
            <button type="button" key={name} disabled={disabled} onClick={() => give(name, written)}>
              <Picture drawing={drawingOf(name)} />
              <span>{say(`picture.${name}`)}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

interface ChosenProps {
  name: string;
  say: Say;
  disabled: boolean;
  again(): void;
  children: ComponentChildren;
}

/** What was chosen stands alone, and the keyboard and the reader come with it. */
function Chosen({ name, say, disabled, again, children }: ChosenProps) {
  const figure = useRef<HTMLElement>(null);
  useEffect(() => {
    // Only for whoever has just tapped: a page that comes back leaves the focus where it is.
    if (document.activeElement === document.body) figure.current?.focus();
  }, []);
  return (
    <>
      <figure class="picture-chosen" ref={figure} tabIndex={-1}>
        <Picture drawing={drawingOf(name)} />
        <figcaption>{say(`picture.${name}`)}</figcaption>
      </figure>
      <button type="button" disabled={disabled} onClick={again}>
        {say("another")}
      </button>
      {children}
    </>
  );
}

export function Facilitator({ settings, tally, language }: FacilitatorProps<Settings, ChoiceTally>) {
  const say = words(strings, language);
  return (
    <OutOfMany tally={tally} say={say}>
      {(told) => <Seen settings={settings} tally={told} say={say} />}
    </OutOfMany>
  );
}

/** Before there is a result the wall shows the pictures, for those who have no phone. */
export function Display({ settings, tally, language }: DisplayProps<Settings, ChoiceTally>) {
  const say = words(strings, language);
  if (tally?.too_few) return <p>{say("too_few")}</p>;
  return <Seen settings={settings} tally={tally} say={say} />;
}

function Seen({ settings, tally, say }: { settings: Settings; tally: ChoiceTally | null; say: Say }) {
  const texts = Object.fromEntries(settings.pictures.map((name) => [name, say(`picture.${name}`)]));
  return <PicturesSeen texts={texts} drawingOf={drawingOf} tally={tally} say={say} />;
}

/** The grid is longer than a phone: the promise stands before it. */
export const asksSeveral = true;

export function composes({ words: asked }: Settings): boolean {
  return asked;
}

/** The word for the picture is said in the language of the page that asks for lines. */
export function lines({ question }: Settings, { picture, words: own }: Answer): string[] {
  const say = words(strings, globalThis.document?.documentElement.lang || "en");
  return [question, say(`picture.${picture}`), ...(own ? [own] : [])];
}
