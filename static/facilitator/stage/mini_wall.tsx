/** A small live picture of what the room screen last confirmed, with what is known of it in words. */
import { useDesk, useView } from "../desk";
import { minutesSince } from "../state/timer";
import { stillTelling, wallOf, wallState } from "../state/wall";
import { WallPicture } from "./wall_picture";

export function MiniWall() {
  const { say, stage } = useDesk();
  const view = useView();
  const wall = wallOf(view);
  const state = wallState(view);
  return (
    <button type="button" class="mini" data-state={state} onClick={() => (stage.value = { show: "walls" })}>
      <span class="mini-picture" aria-hidden="true">
        {wall?.shows && state !== "away" ? <WallPicture shows={wall.shows} /> : <span class="mini-blank" />}
      </span>
      <span class="mini-says">
        <WallSays />
        <span class="aside"> {say("walls.title")}</span>
      </span>
    </button>
  );
}

export function WallSays() {
  const { say, second } = useDesk();
  const view = useView();
  const state = wallState(view);
  if (stillTelling(view)) return <>{say("wall.telling")}</>;
  const count = minutesSince(wallOf(view)?.confirmed_at ?? null, second.value);
  return <>{say(`wall.${state}`, { count })}</>;
}
