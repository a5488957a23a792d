/** A small live picture of what the room screen last confirmed, with what is known of it in words. */
import { useDesk, useView } from "../desk";
import { minutesSince } from "../state/timer";
import { stillTelling, type WallState, wallOf, wallState } from "../state/wall";
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
        <WallSays state={state} />
        <span class="aside"> {say("walls.title")}</span>
      </span>
    </button>
  );
}

function WallSays({ state }: { state: WallState }) {
  const { say, second } = useDesk();
  const view = useView();
  if (state === "shows" && stillTelling(view)) return <>{say("wall.telling")}</>;
  const count = minutesSince(wallOf(view)?.confirmed_at ?? null, second.value);
  return <>{say(`wall.${state}`, { count })}</>;
}
