/** An urge ridden like a wave. *My wave* stays on the phone until its writer adds it to the group's. */
import { useState } from "preact/hooks";
import { OutOfMany } from "../lib/faces/out_of_many";
import { Points } from "../lib/faces/points";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { type Say, words } from "../lib/words";
import { WaveChart } from "./urge_surf/chart";
import { GroupWave, type SurfTally } from "./urge_surf/group";
import { Swell } from "./urge_surf/swell";
import { usePlace } from "./urge_surf/time";
import { clock, emptyWave, momentsOf, rated, type Timed, type Wave } from "./urge_surf/wave";
import strings from "./urge_surf.strings.json";

interface Settings extends Timed {
  question?: string;
  note?: string;
  promise: "anonymous" | "private";
}

interface Answer {
  wave: Wave;
}

const NUMBERS = [10, 5, 0].map((at) => ({ at, says: String(at) }));
const GUIDES = 6;

export function Participant(props: ParticipantProps<Settings, Answer>) {
  const { settings, draft, setDraft, disabled, language } = props;
  const say = words(strings, language);
  const [start, setStart] = useState<number | null>(null);
  // Before its second rating a wave cannot be sent, so it is no draft yet; passing leaves it on this phone.
  const [own, setOwn] = useState<Wave>(() => emptyWave(settings));
  const wave = draft?.wave ?? own;
  const place = usePlace(settings, start);
  const begin = () => {
    setOwn(emptyWave(settings));
    setDraft(null);
    setStart(Date.now());
  };
  const rate = (at: number, rating: number | undefined) => {
    const next = wave.map((before, each) => (each === at ? (rating ?? null) : before));
    setOwn(next);
    setDraft(rated(next).length > 1 ? { wave: next } : null);
  };
  const parts = { settings, wave, say };
  return (
    <div class="asked surf">
      {settings.note && <p>{settings.note}</p>}
      {place === null ? (
        <Ashore {...parts} begin={disabled ? null : begin} />
      ) : (
        <Afloat {...parts} place={place} rate={(rating) => rate(place, rating)} stop={() => setStart(null)} />
      )}
    </div>
  );
}

interface Parts {
  settings: Settings;
  wave: Wave;
  say: Say;
}

/** Before and after: what will happen, or the wave that was ridden and what may become of it. */
function Ashore({ settings, wave, say, begin }: Parts & { begin: (() => void) | null }) {
  const ridden = rated(wave).length;
  return (
    <>
      {ridden > 0 ? <Mine {...{ settings, wave, say }} /> : <p>{say("about", { every: settings.every })}</p>}
      {ridden > 1 && <p>{say(`over.${settings.promise}`)}</p>}
      {begin && (
        <button type="button" class={ridden ? "large" : "large primary"} onClick={begin}>
          {say(ridden ? "again" : "start")}
        </button>
      )}
    </>
  );
}

interface AfloatProps extends Parts {
  /** Which moment is being rated. */
  place: number;
  rate(rating: number | undefined): void;
  stop(): void;
}

function Afloat({ settings, wave, say, place, rate, stop }: AfloatProps) {
  const question = settings.question ?? say("question");
  return (
    <>
      <p class="surf-guide">{say(`guide.${place % GUIDES}`)}</p>
      <div role="status">
        <h2 class="question">
          {question} <span class="hint numbers">{clock(momentsOf(settings)[place] ?? 0)}</span>
        </h2>
      </div>
      <Points
        key={place}
        scale={{ from: 0, to: 10, labels: { 0: say("none"), 10: say("strongest") } }}
        label={question}
        chosen={wave[place] ?? undefined}
        choose={rate}
        disabled={false}
      />
      <Mine {...{ settings, wave, say }} />
      <button type="button" class="large keep" onClick={stop}>
        {say(place === wave.length - 1 ? "finish" : "stop")}
      </button>
    </>
  );
}

function Mine({ settings, wave, say }: Parts) {
  return (
    <section class="surf-mine" aria-label={say("mine")}>
      <h3>{say("mine")}</h3>
      <WaveChart timed={settings} wave={wave} marks={NUMBERS} label={tellOf(settings, wave).join(", ")} dots />
    </section>
  );
}

function tellOf(timed: Timed, wave: Wave): string[] {
  const moments = momentsOf(timed);
  return wave.flatMap((rating, place) => (rating === null ? [] : [`${clock(moments[place] ?? 0)}: ${rating}`]));
}

export function Facilitator({ settings, tally, language }: FacilitatorProps<Settings, SurfTally>) {
  const say = words(strings, language);
  return (
    <div class="face">
      <OutOfMany tally={tally} say={say}>
        {(told) => <GroupWave timed={settings} tally={told} say={say} />}
      </OutOfMany>
      <p class="hint">{say("staff", { every: settings.every, minutes: settings.minutes })}</p>
    </div>
  );
}

/** While phones ask, the wall has a slow swell and a line to go with it; afterwards the group's wave. */
export function Display({ settings, tally, live, language }: DisplayProps<Settings, SurfTally>) {
  const say = words(strings, language);
  if (tally?.too_few) return <p>{say("too_few")}</p>;
  if (tally) return <GroupWave timed={settings} tally={tally} say={say} />;
  return (
    <div class="surf whole">
      <Swell moving={live !== null} every={settings.every} says={(place) => say(`guide.${place % GUIDES}`)} />
      <p class="hint">{say("room", { every: settings.every })}</p>
    </div>
  );
}

export function lines(settings: Settings, { wave }: Answer): string[] {
  return [settings.question ?? "", ...tellOf(settings, wave)].filter(Boolean);
}
