/** Lets a ring breathe with the room. Where motion is not wanted it stays still, and the words count instead. */
import type { RefObject } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { RoomTime } from "../../lib/room_time";
import { useStillness } from "../../lib/stillness";
import { breath, into, keyframes, type Moment, momentAt, type Pace } from "./pace";

/** Moves the element while `breathing`. The style sheet cannot: the pace is the module's own. */
export function useRing(ring: RefObject<Element | null>, pace: Pace, breathing: boolean): void {
  const now = useContext(RoomTime);
  const still = useStillness();
  const { in: inward, hold, out, rest } = pace;
  useEffect(() => {
    if (!breathing || still) return;
    const own = { in: inward, hold, out, rest };
    const moving = ring.current?.animate(keyframes(own), { duration: breath(own), iterations: Infinity });
    const meet = () => {
      if (moving) moving.currentTime = into(own, now());
    };
    meet();
    // A phone that slept has lost the beat.
    document.addEventListener("visibilitychange", meet);
    return () => {
      document.removeEventListener("visibilitychange", meet);
      moving?.cancel();
    };
  }, [ring, breathing, still, inward, hold, out, rest, now]);
}

/** What the breath does now; drawn again with each second. Null while nobody breathes here. */
export function useMoment(pace: Pace, breathing: boolean): Moment | null {
  const now = useContext(RoomTime);
  const [moment, setMoment] = useState<Moment | null>(null);
  const { in: inward, hold, out, rest } = pace;
  useEffect(() => {
    if (!breathing) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const here = momentAt({ in: inward, hold, out, rest }, now());
      setMoment(here);
      timer = setTimeout(look, here.next);
    };
    look();
    return () => {
      clearTimeout(timer);
      setMoment(null);
    };
  }, [breathing, inward, hold, out, rest, now]);
  return moment;
}
