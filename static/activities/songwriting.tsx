/** A song of the group: lines from phones, built into verses and a chorus on the tablet, growing on the wall. */
import { OneLine } from "../lib/faces/one_line";
import { Written } from "../lib/faces/written_sheet";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { saveAsPicture, saveAsText } from "../lib/save";
import { type Say, words } from "../lib/words";
import { Build } from "./songwriting/build";
import { type Led, named, type Shared, sheetOfSong } from "./songwriting/song";
import strings from "./songwriting.strings.json";

interface Settings {
  question: string;
  title?: string;
  starters?: readonly string[];
  most: number;
  sheet: boolean;
}

interface Answer {
  text: string;
  keep: boolean;
}

export function Participant(props: ParticipantProps<Settings, Answer, Shared>) {
  const { settings, draft, setDraft, disabled, living, language } = props;
  const say = words(strings, language);
  const { text = "", keep = false } = draft ?? {};
  const write = (text: string, keep: boolean) => setDraft(text.trim() ? { text, keep } : null);
  return (
    <div class="asked">
      <OneLine
        question={settings.question}
        hint={say("hint")}
        most={settings.most}
        starters={settings.starters ?? []}
        text={text}
        write={(text) => write(text, keep)}
        disabled={disabled}
        say={say}
      />
      {settings.sheet && (
        <div class="tick">
          <input
            id="song-keep"
            type="checkbox"
            checked={keep}
            disabled={disabled || !text.trim()}
            aria-describedby="song-keep-hint"
            onChange={({ currentTarget }) => write(text, currentTarget.checked)}
          />
          <label for="song-keep">{say("keep")}</label>
          <p id="song-keep-hint" class="hint">
            {say("keep.hint")}
          </p>
        </div>
      )}
      {living && <OnPhone settings={settings} shared={living.shared} say={say} />}
    </div>
  );
}

/** The song so far, and the way to take it along. */
function OnPhone({ settings, shared: { parts }, say }: { settings: Settings; shared: Shared; say: Say }) {
  if (!parts.some(({ lines }) => lines.length)) return null;
  const sheet = sheetOfSong(parts, settings.title ?? say("ours"), say);
  return (
    <section class="song" aria-label={say("ours")}>
      <h2 class="question">{say("ours")}</h2>
      <Song parts={parts} say={say} />
      {settings.sheet && sheet.parts.length > 0 && (
        <>
          <p class="hint">{say("sheet.hint")}</p>
          <div class="two">
            <button type="button" class="large" onClick={() => saveAsText(sheet)}>
              {say("save")}
            </button>
            <button type="button" class="large" onClick={() => void saveAsPicture(sheet)}>
              {say("save_picture")}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

function Song({ parts, say }: Shared & { say: Say }) {
  return (
    <>
      {named(parts, say)
        .filter(({ part }) => part.lines.length)
        .map(({ part, head }) => (
          <section key={part.id} class={part.what} aria-label={head}>
            <p class="song-head">{head}</p>
            {part.lines.map(({ id, text }) => (
              <p key={id}>{text}</p>
            ))}
          </section>
        ))}
    </>
  );
}

export function Facilitator(props: FacilitatorProps<Settings, { n?: number }, Shared, Led>) {
  const { settings, cards, living, language } = props;
  const say = words(strings, language);
  if (!living) return <p class="hint">{say("loading")}</p>;
  const sheet = sheetOfSong(living.shared.parts, settings.title ?? say("ours"), say);
  return (
    <div class="face song-desk">
      <p class="hint">{say("show_first")}</p>
      <Build living={living} cards={cards} say={say} />
      {settings.sheet && (
        <>
          <button type="button" class="strong" disabled={!sheet.parts.length} onClick={() => print()}>
            {say("print")}
          </button>
          <div class="staff-sheet">
            <Written sheet={sheet} />
          </div>
        </>
      )}
    </div>
  );
}

/** The song as it grows, and below it the lines that have found no place yet. */
export function Display({ cards, shared, language }: DisplayProps<Settings, { n?: number }, Shared>) {
  const say = words(strings, language);
  const { parts } = shared ?? { parts: [] };
  const placed = new Set(parts.flatMap(({ lines }) => lines.map(({ text }) => text)));
  const loose = cards.filter(({ text }) => !placed.has(text));
  return (
    <div class="song song-wall">
      {placed.size > 0 && (
        <div class="song-parts">
          <Song parts={parts} say={say} />
        </div>
      )}
      {loose.length > 0 && (
        <ul aria-label={say("offered")}>
          {loose.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
      {!placed.size && !loose.length && <p class="hint">{say("wall.empty")}</p>}
    </div>
  );
}

export const drawsCards = true;

export function composes(): boolean {
  return true;
}

export function lines({ question }: Settings, { text }: Answer): string[] {
  return [question, text];
}
