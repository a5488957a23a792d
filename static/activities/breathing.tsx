/** A paced ring to breathe with. Silent; it asks for nothing and keeps nothing. *Stop* and the feet are always there. */
import { useEffect, useState } from "preact/hooks";
import { OneOf } from "../lib/faces/choices";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { type Say, words } from "../lib/words";
import { Breath, spoken } from "./breathing/breath";
import { type Pace, paceOf, type Style } from "./breathing/pace";
import strings from "./breathing.strings.json";

interface Settings extends Omit<Pace, "rest"> {
  /** Sessions that began before there were styles have none. */
  style?: Style;
  minutes: number;
  note?: string;
}

type Doing = "resting" | "breathing" | "finished" | "feet";

export function Participant({ settings, language }: ParticipantProps<Settings>) {
  const say = words(strings, language);
  const [doing, setDoing] = useState<Doing>("resting");
  const [box, setBox] = useState(false);
  const breathing = doing === "breathing";
  useEffect(() => {
    if (!breathing) return;
    const end = setTimeout(() => setDoing("finished"), 60_000 * settings.minutes);
    return () => clearTimeout(end);
  }, [breathing, settings.minutes]);
  const rest = doing === "finished" ? say("finished") : "";
  return (
    <div class="breathing">
      {settings.note && <p>{settings.note}</p>}
      {settings.style === "box" && !breathing && <BoxOrNot say={say} box={box} choose={setBox} />}
      {doing === "feet" ? (
        <Feet say={say} />
      ) : (
        <Breath
          pace={paceOf(settings, box)}
          breathing={breathing}
          counting={settings.style === "counting"}
          say={say}
          rest={rest}
        />
      )}
      <p class="hint">{say("eyes")}</p>
      <div class="two keep">
        <button type="button" class="large" onClick={() => setDoing(breathing ? "resting" : "breathing")}>
          {say(breathing ? "stop" : "start")}
        </button>
        <button type="button" class="large" aria-pressed={doing === "feet"} onClick={() => setDoing("feet")}>
          {say("feet")}
        </button>
      </div>
    </div>
  );
}

/** Nothing else to follow: the ring is gone, and there is the floor. */
function Feet({ say }: { say: Say }) {
  return (
    <div class="breath-feet" role="status">
      <p>{say("feet.press")}</p>
      <p>{say("feet.look")}</p>
      <p>{say("feet.stay")}</p>
    </div>
  );
}

/** Holding the breath is nobody's duty: it stands second, and it is not what happens by itself. */
function BoxOrNot({ say, box, choose }: { say: Say; box: boolean; choose(box: boolean): void }) {
  const choices = (["longer", "box"] as const).map((value) => ({ value, says: say(`way.${value}`), class: "choice" }));
  return (
    <OneOf
      class="choices"
      label={say("way")}
      choices={choices}
      chosen={box ? "box" : "longer"}
      choose={(way) => choose(way === "box")}
      disabled={false}
    />
  );
}

export function Facilitator({ settings, language }: FacilitatorProps<Settings>) {
  const say = words(strings, language);
  const pace = spoken(paceOf(settings, false), say);
  return (
    <div class="face">
      <p class="face-n">{[pace, say("minutes", { count: settings.minutes })].join(" · ")}</p>
      {settings.style === "counting" && <p>{say("counting.staff")}</p>}
      {settings.style === "box" && <p>{say("box.staff")}</p>}
      <p class="hint">{say("nothing_sent")}</p>
    </div>
  );
}

/** The wall is everyone's, so it never holds a breath for a box. */
export function Display({ settings, live, language }: DisplayProps<Settings>) {
  const say = words(strings, language);
  return (
    <div class="breathing whole">
      <Breath
        pace={paceOf(settings, false)}
        breathing={live !== null}
        counting={settings.style === "counting"}
        say={say}
        rest=""
      />
      {settings.note && <p>{settings.note}</p>}
      <p class="hint">{say("room")}</p>
    </div>
  );
}
