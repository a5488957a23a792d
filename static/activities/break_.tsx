/** A break on every screen: when we start again, a kind line, and what one could do. Nothing sounds, nothing is asked. */
import { useContext } from "preact/hooks";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { RoomTime } from "../lib/room_time";
import { words } from "../lib/words";
import { CalmClock } from "./break_/calm_clock";
import { longer } from "./break_/clock";
import strings from "./break_.strings.json";

interface Settings {
  minutes: number;
  line?: string;
  ideas?: readonly string[];
}

type Shared = { minutes: number; over: boolean };

const MORE = [1, 2, 5] as const;

export function Participant({ settings, living, language }: ParticipantProps<Settings, never, Shared>) {
  const say = words(strings, language);
  const { minutes, over } = living?.shared ?? { minutes: settings.minutes, over: false };
  return (
    <div class="break-time">
      <CalmClock began={living?.opened_at ?? null} minutes={minutes} over={over} language={language} say={say} />
      {!over && settings.line && <p>{settings.line}</p>}
      {!over && <Ideas of={settings} label={say("could")} />}
    </div>
  );
}

function Ideas({ of: { ideas = [] }, label }: { of: Settings; label: string }) {
  if (!ideas.length) return null;
  return (
    <section class="break-ideas" aria-label={label}>
      <p class="hint">{label}</p>
      <ul>
        {ideas.map((idea) => (
          <li key={idea}>{idea}</li>
        ))}
      </ul>
    </section>
  );
}

export function Facilitator({ run, living, language }: FacilitatorProps<Settings, never, Shared>) {
  const say = words(strings, language);
  const now = useContext(RoomTime);
  if (!living) return <p class="hint">{say("loading")}</p>;
  const { shared, lead } = living;
  const began = run.activity.opened_at;
  return (
    <div class="face break-staff">
      <CalmClock began={began} minutes={shared.minutes} over={shared.over} language={language} say={say} />
      <fieldset class="pair-of-buttons">
        <legend class="hint">{say("more")}</legend>
        {MORE.map((more) => (
          <button
            key={more}
            type="button"
            aria-label={say("more.minutes", { count: more })}
            onClick={() => lead({ do: "until", minutes: longer(began, shared.minutes, more, now()) })}
          >
            +{more}
          </button>
        ))}
      </fieldset>
      <button type="button" class="primary" onClick={() => lead({ do: shared.over ? "go_on" : "over" })}>
        {say(shared.over ? "go_on" : "start_now")}
      </button>
      <p class="hint">{say("silent")}</p>
    </div>
  );
}

export function Display({ settings, live, shared, language }: DisplayProps<Settings, never, Shared>) {
  const say = words(strings, language);
  const { minutes, over } = shared ?? { minutes: settings.minutes, over: false };
  return (
    <div class="break-time on-wall whole">
      <CalmClock began={live?.opened_at ?? null} minutes={minutes} over={over} language={language} say={say} />
      {!over && (
        <div>
          {settings.line && <p class="break-line">{settings.line}</p>}
          <Ideas of={settings} label={say("could")} />
        </div>
      )}
    </div>
  );
}
