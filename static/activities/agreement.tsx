/** The group's own agreement: lines offered, arranged by staff, and everyone says how they stand to them. */

import { Bars, type ChoiceTally } from "../lib/faces/bars";
import { OneOf } from "../lib/faces/choices";
import { OneLine } from "../lib/faces/one_line";
import { OutOfMany } from "../lib/faces/out_of_many";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { type Say, words } from "../lib/words";
import {
  type Answer,
  changedSince,
  type Led,
  type Settings,
  type Shared,
  STANDS,
  stillAsked,
} from "./agreement/agreement";
import { Arrange } from "./agreement/arrange";
import strings from "./agreement.strings.json";

const stands = (say: Say) => ({ stand_by_it: say("stand_by_it"), talk_about_it: say("talk_about_it") });

export function Participant(props: ParticipantProps<Settings, Answer, Shared>) {
  const say = words(strings, props.language);
  return (
    <div class="asked">{props.settings.lines ? <Stands {...props} say={say} /> : <Offer {...props} say={say} />}</div>
  );
}

type Asked = ParticipantProps<Settings, Answer, Shared> & { say: Say };

function Offer({ settings, draft, setDraft, disabled, living, say }: Asked) {
  const ready = living ? living.shared.lines.map(({ text }) => text) : (settings.begin_with ?? []);
  return (
    <>
      {ready.length > 0 && <Lines texts={ready} label={say(living?.shared.done ? "agreed" : "so_far")} />}
      <OneLine
        question={settings.question ?? say("question")}
        hint={say("one_line")}
        most={settings.most}
        starters={settings.starters ?? []}
        text={draft?.text ?? ""}
        write={(text) => setDraft(text.trim() ? { text } : null)}
        disabled={disabled}
        say={say}
      />
    </>
  );
}

function Stands({ settings, draft, setDraft, disabled, living, say }: Asked) {
  const asked = stillAsked(settings.lines ?? {}, living?.shared);
  const chosen = draft?.stands;
  return (
    <>
      <Lines texts={asked.map(({ text }) => text)} label={settings.question ?? say("agreed")} />
      <p>{say("how")}</p>
      <OneOf
        class="choices"
        label={say("how")}
        choices={STANDS.map((value) => ({ value, says: say(value), class: "choice" }))}
        chosen={chosen}
        choose={(stands) =>
          setDraft(
            stands ? { stands, ...(stands === "talk_about_it" && draft?.text ? { text: draft.text } : {}) } : null,
          )
        }
        disabled={disabled}
      />
      {chosen === "talk_about_it" && (
        <OneLine
          question={say("about")}
          hint={say("about.hint")}
          most={settings.most}
          text={draft?.text ?? ""}
          write={(text) => setDraft({ stands: chosen, ...(text.trim() ? { text } : {}) })}
          disabled={disabled}
          say={say}
        />
      )}
    </>
  );
}

function Lines({ texts, label }: { texts: readonly string[]; label: string }) {
  return (
    <section class="agreement" aria-label={label}>
      <h2 class="question">{label}</h2>
      <ol>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
    </section>
  );
}

export function Facilitator({
  settings,
  tally,
  cards,
  living,
  language,
}: FacilitatorProps<Settings, ChoiceTally, Shared, Led>) {
  const say = words(strings, language);
  if (!living) return <p class="hint">{say("loading")}</p>;
  const { shared, led, lead } = living;
  const changed = settings.lines && changedSince(settings.lines, shared);
  return (
    <div class="face">
      {settings.lines ? (
        <OutOfMany tally={tally} say={say}>
          {(told) => <Bars texts={stands(say)} tally={told} say={say} />}
        </OutOfMany>
      ) : (
        <p class="hint">{say("show_first")}</p>
      )}
      {changed && <p class="agreement-changed">{say("changed")}</p>}
      <Arrange living={living} cards={cards} say={say} />
      <fieldset class="pair-of-buttons">
        <legend class="hint">{say("then")}</legend>
        {(["stands", "lines"] as const).map((round) => (
          <button
            key={round}
            type="button"
            aria-pressed={led.then === round}
            onClick={() => lead({ do: "then", round })}
          >
            {say(`then.${round}`)}
          </button>
        ))}
      </fieldset>
      <div class="pair-of-buttons">
        <button
          type="button"
          class="primary"
          disabled={!shared.lines.length}
          onClick={() => lead({ do: shared.done ? "open" : "done" })}
        >
          {say(shared.done ? "open" : "done")}
        </button>
        <button type="button" disabled={!shared.lines.length} onClick={() => print()}>
          {say("print")}
        </button>
      </div>
      <div class="staff-sheet">
        <Lines texts={shared.lines.map(({ text }) => text)} label={say("agreed")} />
      </div>
    </div>
  );
}

/** The agreement as it grows, and below it what was shown and has found no place yet. */
export function Display({ settings, tally, cards, shared, language }: DisplayProps<Settings, ChoiceTally, Shared>) {
  const say = words(strings, language);
  const lines = shared ? shared.lines.map(({ text }) => text) : Object.values(settings.lines ?? {});
  const loose = cards.filter(({ text }) => !lines.includes(text));
  return (
    <div class="agreement-wall">
      {lines.length > 0 && (
        <ol class={shared?.done ? "done" : undefined}>
          {lines.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
      )}
      {loose.length > 0 && (
        <ul aria-label={say("offered")}>
          {loose.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
      {settings.lines && tally && !tally.too_few && <Bars texts={stands(say)} tally={tally} say={say} />}
      <p class="hint">{say(shared?.done ? "wall.done" : settings.lines ? "wall.asked" : "wall.so_far")}</p>
    </div>
  );
}

export const drawsCards = true;

/** The lines are longer than a phone: the promise stands before them. */
export const asksSeveral = true;

export function composes(): boolean {
  return true;
}

export function lines({ question, lines: asked }: Settings, { text, stands }: Answer): string[] {
  return [
    ...(question ? [question] : []),
    ...Object.values(asked ?? {}),
    ...(stands ? [stands] : []),
    ...(text ? [text] : []),
  ];
}
