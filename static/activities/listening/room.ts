/** Lets a screen follow the room: its moments, and the sound where it is on. */
import { useContext, useEffect, useState } from "preact/hooks";
import { RoomTime } from "../../lib/room_time";
import { type Moment, momentOf, type Settings, type Shared, secondsLeft, sourceOf } from "./moment";
import type { Player } from "./player";

const UNSTARTED: Shared = { at: null, seconds: null, level: 2, wall: false, heard: false };

/** Which moment it is and how many seconds are left of it; drawn again with each second while one runs. */
export function useMoment(shared: Shared = UNSTARTED): { moment: Moment; left: number } {
  const now = useContext(RoomTime);
  const [, look] = useState(0);
  const { at, seconds } = shared;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      const told: Shared = { ...UNSTARTED, at, seconds };
      const moment = momentOf(told, now());
      if (moment !== "soon" && moment !== "playing") return;
      const edge = at === null ? 0 : (((at - now()) % 1000) + 1000) % 1000;
      timer = setTimeout(() => {
        look((count) => count + 1);
        wait();
      }, edge + 5);
    };
    wait();
    return () => clearTimeout(timer);
  }, [at, seconds, now]);
  return { moment: momentOf(shared, now()), left: secondsLeft(shared, now()) };
}

/** Plays what the room plays while `player.on`, from its own moment on; stops when the room does. */
export function useRoomSound(player: Player, settings: Settings, shared: Shared): void {
  const now = useContext(RoomTime);
  const { at, seconds, level } = shared;
  const on = player.on.value;
  const { sound, file } = settings;
  useEffect(() => {
    if (at !== null && now() < at) player.says(at);
  }, [player, at, now]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another level does not begin it anew.
  useEffect(() => {
    const source = sourceOf({ sound, file } as Settings);
    if (on && player.mayBegin(at)) player.play(source, { at, seconds, level }, now);
    else player.stop();
  }, [player, on, at, seconds, now, sound, file]);
  useEffect(() => player.setLevel(level), [player, level]);
  useEffect(() => () => player.leave(), [player]);
}
