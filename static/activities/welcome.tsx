/** A welcome for whoever is new. Their phone shows what the room has seen; their name is theirs to give or to keep. */
import { OneOf } from "../lib/faces/choices";
import { type Line, OneLine } from "../lib/faces/one_line";
import type { DisplayProps, FacilitatorProps, Leading, Living, ParticipantProps } from "../lib/kind";
import { type Say, words } from "../lib/words";
import strings from "./welcome.strings.json";

interface Settings {
  question?: string;
  most: number;
  starters?: readonly string[];
}

interface Tally {
  n?: number;
}

type Shared = { lines: readonly string[]; names: readonly string[] };
type Own = { new?: true; called?: string; yes?: boolean; shown?: boolean };
type Led = { new: readonly string[]; names: Readonly<Record<string, string>>; on_wall: readonly string[] };

export function Participant(props: ParticipantProps<Settings, Line, Shared, Own>) {
  const { settings, draft, setDraft, disabled, living, language } = props;
  const say = words(strings, language);
  const isNew = living?.own?.new;
  return (
    <div class="asked">
      {living && isNew && <ForYou living={living} disabled={disabled} say={say} />}
      <OneLine
        question={settings.question ?? say("question")}
        hint={say(isNew ? "you_too" : "to_new")}
        most={settings.most}
        starters={isNew ? [] : (settings.starters ?? [])}
        text={draft?.text ?? ""}
        write={(text) => setDraft(text.trim() ? { text } : null)}
        disabled={disabled}
        say={say}
      />
    </div>
  );
}

/** What the group has for someone new, and whether their name may stand on the wall. */
function ForYou({ living, disabled, say }: { living: Living<Shared, Own>; disabled: boolean; say: Say }) {
  const { shared, own, move } = living;
  const called = own?.called ?? "";
  return (
    <section class="welcome" aria-label={say("for_you")}>
      <h2 class="question">{say("for_you")}</h2>
      <div role="status">
        {shared.lines.length === 0 && <p>{say("soon")}</p>}
        <ul class="plain">
          {shared.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <p>{say("name")}</p>
      <OneOf
        class="choices"
        label={say("name")}
        choices={[
          { value: "no", says: say("name.no"), class: "choice" },
          { value: "yes", says: say("name.yes", { name: called }), class: "choice" },
        ]}
        chosen={own?.yes ? "yes" : "no"}
        choose={(says) => move(says === "yes" ? { do: "name", name: called } : { do: "no_name" })}
        disabled={disabled}
      />
      <p class="hint" role="status">
        {own?.yes && say(own.shown ? "name.shown" : "name.waits")}
      </p>
    </section>
  );
}

export function Facilitator({ tally, living, language }: FacilitatorProps<Settings, Tally, Shared, Led>) {
  const say = words(strings, language);
  return (
    <div class="face">
      {tally?.n !== undefined && <p class="face-n">{say("n", { count: tally.n })}</p>}
      <p class="hint">{say("staff")}</p>
      {living && <WhoIsNew living={living} say={say} />}
    </div>
  );
}

function WhoIsNew({ living: { led, here, lead, nameOf }, say }: { living: Leading<Shared, Led>; say: Say }) {
  const known = [...new Set([...here, ...led.new])];
  return (
    <fieldset class="who-is-new">
      <legend>{say("who")}</legend>
      {known.map((seat) => {
        const isNew = led.new.includes(seat);
        return (
          <button
            key={seat}
            type="button"
            aria-pressed={isNew}
            onClick={() => lead({ do: isNew ? "not_new" : "new", seat })}
          >
            {nameOf(seat)}
          </button>
        );
      })}
      {Object.entries(led.names).map(([seat, name]) => {
        const shown = led.on_wall.includes(seat);
        return (
          <p key={seat} class="said-yes">
            <span>{say("said_yes", { name })}</span>
            <button type="button" onClick={() => lead({ do: shown ? "hide_name" : "show_name", seat })}>
              {say(shown ? "hide_name" : "show_name", { name })}
            </button>
          </p>
        );
      })}
    </fieldset>
  );
}

/** A greeting until there are lines, which the page draws. Nobody's name but of those who wanted it there. */
export function Display({ shared, language }: DisplayProps<Settings, Tally, Shared>) {
  const say = words(strings, language);
  const names = shared?.names ?? [];
  return (
    <div class="welcome-wall">
      <p class="greets">{names.length ? say("welcome_names", { names: names.join(", ") }) : say("welcome")}</p>
      <p class="hint">{say("all_were")}</p>
    </div>
  );
}

export function composes(): boolean {
  return true;
}

export function lines({ question }: Settings, { text }: Line): string[] {
  return [...(question ? [question] : []), text];
}
