/** The way in: a code to type, a picture to scan, and whether the wall shows them. */
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { Qr } from "../qr";
import { Refused } from "../region";
import { LayerHead } from "../stage/heading";

export function JoinCode() {
  const { say } = useDesk();
  const { join, join_on_wall, locked } = useView();
  return (
    <>
      <LayerHead title={say("join.title")} />
      <div class="join scroll">
        <Qr path={join.qr} size={join.size} label={say("join.qr")} />
        <div class="join-words">
          <p>{say("join.type")}</p>
          <p class="join-address">{join.address}</p>
          <p class="join-code">{join.code}</p>
          <p class="hint">{say(locked ? "join.locked" : "join.how")}</p>
        </div>
      </div>
      <Refused />
      <div class="layer-foot">
        <Act ask="set_lock" with={{ locked: !locked }} pressed={locked}>
          {say(locked ? "lock.open" : "lock.close")}
        </Act>
        <Act ask="show_join_code" with={{ shown: !join_on_wall }} pressed={join_on_wall} class="strong large">
          {say(join_on_wall ? "join.hide_from_wall" : "join.show_on_wall")}
        </Act>
      </div>
    </>
  );
}
