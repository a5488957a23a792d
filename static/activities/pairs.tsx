/** Random twos or threes with something to talk about. Each phone shows its own partners; the wall shows nobody's. */
import type { DisplayProps, FacilitatorProps, Leading, ParticipantProps } from "../lib/kind";
import { type Say, words } from "../lib/words";
import { Apart } from "./pairs/apart";
import { TimeLeft } from "./pairs/time_left";
import strings from "./pairs.strings.json";

interface Settings {
  prompt: string;
  minutes: number;
}

type Shared = { shown: boolean; since: number | null; groups: number };
type Own = { with?: string[] };
type Led = { groups: string[][]; apart: string[][] };

export function Participant(props: ParticipantProps<Settings, never, Shared, Own>) {
  const { settings, living, disabled, language } = props;
  const say = words(strings, language);
  const partners = living?.own?.with;
  if (!living?.shared.shown || !partners) return <p role="status">{say("not_yet")}</p>;
  const late = partners.length === 0;
  return (
    <div class="asked">
      <h2 class="question">{settings.prompt}</h2>
      <div role="status">
        <p class="hint">{say(late ? "late" : "with")}</p>
        {!late && <p class="pairs-with">{partners.join(" · ")}</p>}
      </div>
      <TimeLeft since={living.shared.since} minutes={settings.minutes} say={say} />
      <button
        type="button"
        class="large"
        disabled={disabled}
        onClick={() => living.move({ do: late ? "join" : "swap" })}
      >
        {say(late ? "join" : "swap")}
      </button>
      {!late && <p class="hint">{say("swap.why")}</p>}
    </div>
  );
}

export function Facilitator({ settings, living, language }: FacilitatorProps<Settings, never, Shared, Led>) {
  const say = words(strings, language);
  if (!living) return <p class="hint">{say("loading")}</p>;
  const { shared, led, lead } = living;
  return (
    <div class="face">
      <p class="answers-question">{settings.prompt}</p>
      <p class="hint">{say(shared.shown ? "shown" : "preview")}</p>
      <GroupList living={living} say={say} />
      {shared.shown && <TimeLeft since={shared.since} minutes={settings.minutes} say={say} />}
      <div class="pair-of-buttons">
        <button
          type="button"
          class={shared.shown ? undefined : "primary"}
          onClick={() => lead({ do: shared.shown ? "hide" : "show" })}
        >
          {say(shared.shown ? "hide" : "show")}
        </button>
        <button type="button" onClick={() => lead({ do: "again" })}>
          {say("again")}
        </button>
      </div>
      <Apart living={living as unknown as Leading} apart={led.apart} say={say} />
    </div>
  );
}

function GroupList({ living, say }: { living: Leading<Shared, Led>; say: Say }) {
  const { here, led, lead, nameOf } = living;
  const placed = new Set(led.groups.flat());
  const changed = here.some((seat) => !placed.has(seat)) || [...placed].some((seat) => !here.includes(seat));
  const told = (seat: string) => (here.includes(seat) ? nameOf(seat) : `${nameOf(seat)} (${say("gone")})`);
  return (
    <>
      <ul class="plain pairs-groups">
        {led.groups.map((group) => (
          <li key={group.join()}>{group.map(told).join(" · ")}</li>
        ))}
      </ul>
      {changed && (
        <div class="pairs-mend">
          <p>{say("mend.why")}</p>
          <button type="button" onClick={() => lead({ do: "mend" })}>
            {say("mend")}
          </button>
        </div>
      )}
    </>
  );
}

export function Display({ settings, shared, language }: DisplayProps<Settings, never, Shared>) {
  const say = words(strings, language);
  return (
    <div class="face">
      <p class="pairs-prompt">{settings.prompt}</p>
      {shared?.shown ? <p class="hint">{say("look")}</p> : <p class="hint">{say("not_yet")}</p>}
      <TimeLeft since={shared?.since ?? null} minutes={settings.minutes} say={say} />
    </div>
  );
}
