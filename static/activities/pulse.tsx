/** A silent beat on every screen. People tap along or only watch; a word says how near the group is, never who. */
import { useContext, useEffect, useMemo } from "preact/hooks";
import type { DisplayProps, FacilitatorProps, Living, ParticipantProps } from "../lib/kind";
import { RoomTime } from "../lib/room_time";
import { type Say, words } from "../lib/words";
import { ROUND, Taps, type Tempo } from "./pulse/beat";
import { Beating, useBeat } from "./pulse/beating";
import strings from "./pulse.strings.json";

interface Settings extends Tempo {
  note?: string;
}

type Word = "few" | "apart" | "closer" | "together";
type Shared = { at: number | null; course: readonly Word[] };

const HEIGHT = { few: 0, apart: 1, closer: 2, together: 3 };
const KEYS = new Set([" ", "Enter"]);

export function Participant({ settings, living, disabled, language }: ParticipantProps<Settings, never, Shared>) {
  const say = words(strings, language);
  const { at = null, course = [] } = living?.shared ?? {};
  const beat = useBeat(settings, at);
  const tap = useTaps(settings, living, beat);
  const runs = beat !== null && beat >= 0;
  return (
    <div class="pulse">
      {settings.note && <p>{settings.note}</p>}
      {runs && !disabled ? (
        <button
          type="button"
          class="pulse-tap"
          aria-label={say("tap")}
          onPointerDown={tap}
          onKeyDown={(event) => KEYS.has(event.key) && !event.repeat && tap()}
        >
          <Beating tempo={settings} beat={beat} say={say} />
        </button>
      ) : (
        <Beating tempo={settings} beat={beat} say={say} />
      )}
      <p class="hint">
        {runs ? say("hint") : beat === -1 ? say("soon") : course.length ? say("over") : about("before", settings, say)}
      </p>
      <Now course={course} say={say} />
    </div>
  );
}

/** One word for each round goes out, and nothing of the single taps. */
function useTaps(tempo: Settings, living: Living<Shared> | undefined, beat: number | null): () => void {
  const now = useContext(RoomTime);
  const at = living?.shared.at ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a beat that begins anew is counted anew.
  const taps = useMemo(() => new Taps(tempo), [at]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is told when a round has ended, and not again.
  useEffect(() => {
    // A tap may come a little after its beat.
    if (beat === null || beat < ROUND || beat % ROUND !== 1) return;
    const round = Math.floor(beat / ROUND) - 1;
    const how = taps.over(round);
    if (how) living?.move({ do: "tapped", round, how });
  }, [beat]);
  return () => {
    if (at !== null && now() >= at) taps.tap(now() - at);
  };
}

export function Facilitator({ settings, living, language }: FacilitatorProps<Settings, never, Shared>) {
  const say = words(strings, language);
  const { at = null, course = [] } = living?.shared ?? {};
  const beat = useBeat(settings, at);
  const runs = beat !== null;
  return (
    <div class="pulse face">
      <p>{about("staff", settings, say)}</p>
      <Beating tempo={settings} beat={beat} say={say} />
      <Now course={course} say={say} />
      <Course course={course} say={say} />
      {living && (
        <button type="button" class="primary" onClick={() => void living.lead({ do: runs ? "stop" : "start" })}>
          {say(runs ? "stop" : course.length ? "again" : "start")}
        </button>
      )}
    </div>
  );
}

export function Display({ settings, shared, language }: DisplayProps<Settings, never, Shared>) {
  const say = words(strings, language);
  const { at = null, course = [] } = shared ?? {};
  const beat = useBeat(settings, at);
  return (
    <div class="pulse whole">
      {settings.note && <p>{settings.note}</p>}
      <Beating tempo={settings} beat={beat} say={say} />
      <Now course={course} say={say} />
      <Course course={course} say={say} />
      {!course.length && <p class="hint">{beat === null ? about("before", settings, say) : say("room")}</p>}
    </div>
  );
}

function about(key: string, { from, to }: Settings, say: Say): string {
  return say(from === to ? `${key}.even` : key, { from, to });
}

function Now({ course, say }: Pick<Shared, "course"> & { say: Say }) {
  return (
    <p class="pulse-now" role="status">
      {course.length > 0 && say(`now.${course[course.length - 1]}`)}
    </p>
  );
}

/** How it went, round after round: three heights, and the first and the last in words. */
function Course({ course, say }: Pick<Shared, "course"> & { say: Say }) {
  const heard = course.filter((word) => word !== "few");
  const [first, last] = [heard[0], heard[heard.length - 1]];
  if (heard.length < 2 || !first || !last) return null;
  const label = say("course", { first: say(`word.${first}`), last: say(`word.${last}`) });
  return (
    <figure class="pulse-course">
      <svg viewBox={`0 0 ${4 * course.length} 12`} preserveAspectRatio="none" aria-hidden="true">
        {course.map((word, at) => (
          <rect key={at} x={4 * at + 0.5} width="3" y={12 - 4 * HEIGHT[word]} height={4 * HEIGHT[word]} rx="0.5" />
        ))}
      </svg>
      <figcaption>{label}</figcaption>
    </figure>
  );
}
