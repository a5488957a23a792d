/** The ring that beats with the room. Where motion is not wanted it stays still, and a number counts, slowly. */
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import { Ring } from "../../lib/ring";
import { RoomTime } from "../../lib/room_time";
import { useStillness } from "../../lib/stillness";
import type { Say } from "../../lib/words";
import { type Tempo, tempoAt, timeOf, whole } from "./beat";

/** One swelling, softer and slower than a flash. */
const SWELL: Keyframe[] = [
  { transform: "scale(0.82)" },
  { transform: "scale(1)", offset: 0.25 },
  { transform: "scale(0.82)" },
];
const SWELL_MS = 380;
/** Above this tempo a number that counts changes with every second beat. */
const CALM = 80;

/** The beat that has just fallen; -1 before the first, null while nothing runs. Drawn again with each. */
export function useBeat(tempo: Tempo, at: number | null): number | null {
  const now = useContext(RoomTime);
  const [beat, setBeat] = useState<number | null>(null);
  const { from, to, minutes } = tempo;
  useEffect(() => {
    if (at === null) return;
    const own = { from, to, minutes };
    let timer: ReturnType<typeof setTimeout>;
    const look = (next: number) => {
      const wait = at + timeOf(own, next) - now();
      // A screen that slept goes on where the room is.
      if (wait < -1000) return look(next + 1);
      timer = setTimeout(
        () => {
          setBeat(next);
          if (next < whole(own)) look(next + 1);
          else setBeat(null);
        },
        Math.max(0, wait),
      );
    };
    setBeat(-1);
    look(0);
    return () => {
      clearTimeout(timer);
      setBeat(null);
    };
  }, [at, from, to, minutes, now]);
  return beat;
}

export function Beating({ tempo, beat, say }: { tempo: Tempo; beat: number | null; say: Say }) {
  const ring = useRef<HTMLDivElement>(null);
  const still = useStillness();
  useEffect(() => {
    if (beat === null || beat < 0 || still) return;
    ring.current?.animate(SWELL, { duration: SWELL_MS, easing: "ease-in-out" });
  }, [beat, still]);
  const pace = tempoAt(tempo, beat === null || beat < 0 ? 0 : timeOf(tempo, beat));
  const counted = beat !== null && beat >= 0 ? (pace > CALM ? beat - (beat % 2) : beat) : null;
  return (
    <div class="pulse-place">
      <div class="pulse-ring" ref={ring}>
        <Ring />
      </div>
      <span class="pulse-says numbers" aria-hidden="true">
        {still && counted !== null ? (counted % 4) + 1 : Math.round(pace)}
        {(!still || counted === null) && <small>{say("per_minute")}</small>}
      </span>
    </div>
  );
}
