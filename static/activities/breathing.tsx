/** A paced ring to breathe with. Silent; it asks for nothing, keeps nothing, and *Stop* is always there. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { Ring } from "../lib/ring";
import { type Say, words } from "../lib/words";
import type { Pace } from "./breathing/pace";
import { useMoment, useRing, useStillness } from "./breathing/ring";
import strings from "./breathing.strings.json";

interface Settings extends Pace {
  minutes: number;
  note?: string;
}

type Doing = "resting" | "breathing" | "finished";

export function Participant({ settings, language }: ParticipantProps<Settings>) {
  const say = words(strings, language);
  const [doing, setDoing] = useState<Doing>("resting");
  const breathing = doing === "breathing";
  useEffect(() => {
    if (!breathing) return;
    const end = setTimeout(() => setDoing("finished"), 60_000 * settings.minutes);
    return () => clearTimeout(end);
  }, [breathing, settings.minutes]);
  return (
    <div class="breathing">
      {settings.note && <p>{settings.note}</p>}
      <Breath pace={settings} breathing={breathing} say={say} rest={doing === "finished" ? say("finished") : ""} />
      <button type="button" class="large" onClick={() => setDoing(breathing ? "resting" : "breathing")}>
        {say(breathing ? "stop" : "start")}
      </button>
    </div>
  );
}

export function Facilitator({ settings, language }: FacilitatorProps<Settings>) {
  const say = words(strings, language);
  return (
    <div class="face">
      <p class="face-n">{[spoken(settings, say), say("minutes", { count: settings.minutes })].join(" · ")}</p>
      <p class="hint">{say("nothing_sent")}</p>
    </div>
  );
}

export function Display({ settings, live, language }: DisplayProps<Settings>) {
  const say = words(strings, language);
  return (
    <div class="breathing">
      <Breath pace={settings} breathing={live !== null} say={say} rest="" />
      {settings.note && <p>{settings.note}</p>}
    </div>
  );
}

interface BreathProps {
  pace: Pace;
  breathing: boolean;
  say: Say;
  /** Said while nothing moves. */
  rest: string;
}

/** For the ear the pace is said once; words that change with each breath are for the eye. */
function Breath({ pace, breathing, say, rest }: BreathProps) {
  const ring = useRef<HTMLDivElement>(null);
  const still = useStillness();
  useRing(ring, pace, breathing);
  const moment = useMoment(pace, breathing);
  return (
    <>
      <div class={breathing && !still ? "breath" : "breath at-rest"} ref={ring}>
        <Ring />
      </div>
      <p class="breath-says numbers" role="timer" aria-live="off">
        {moment ? say(moment.phase) : rest || spoken(pace, say)}
        {moment && still && <b> {moment.second}</b>}
      </p>
    </>
  );
}

function spoken(pace: Pace, say: Say): string {
  const phases = (["in", "hold", "out"] as const).filter((phase) => pace[phase] > 0);
  return phases.map((phase) => say(`${phase}.seconds`, { seconds: pace[phase] })).join(" · ");
}
