/** *Hold*: everything is still. Room for a person, and nothing on the screen that hurries. */
import { Icon } from "../../lib/icons";
import { Ring } from "../../lib/ring";
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { Refused } from "../region";
import { WallSays } from "../stage/mini_wall";
import { clockText, readTimer } from "../state/timer";

export function Held() {
  const { say, stage, second } = useDesk();
  const { timer } = useView();
  const stopped = timer ? clockText(readTimer(timer, second.value).seconds) : null;
  return (
    <div class="held">
      <Ring />
      <h2>{say("held.title")}</h2>
      <p>
        {stopped ? say("held.stopped_at", { time: stopped }) : say("held.stopped")} <WallSays />
      </p>
      <Refused />
      <div class="held-actions">
        <button type="button" onClick={() => (stage.value = { show: "roll_call" })}>
          <Icon name="people" /> {say("roll_call.title")}
        </button>
        <button type="button" onClick={() => (stage.value = { show: "concern", response: null })}>
          <Icon name="concern" /> {say("concern.title")}
        </button>
        <Act ask="resume" with={{}} class="strong large">
          {say("held.resume")}
        </Act>
      </div>
    </div>
  );
}
