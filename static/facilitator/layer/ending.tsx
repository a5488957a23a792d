/** The minute in which the end can be taken back, and what comes after it. */
import { Ring } from "../../lib/ring";
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { Refused } from "../region";
import { secondsUntil } from "../state/timer";

const A_MINUTE = 60;

export function Ending() {
  const { say, second, page } = useDesk();
  const { phase, ends_for_good_at } = useView();
  if (phase === "ended") {
    return (
      <div class="held">
        <Ring />
        <h2>{say("ended.title")}</h2>
        <p>{say("ended.what")}</p>
        <a class="button strong large" href={`/staff/record/${page.liveSession}`}>
          {say("ended.summary")}
        </a>
      </div>
    );
  }
  const left = secondsUntil(ends_for_good_at, second.value);
  return (
    <div class="held">
      <Ring share={left / A_MINUTE} />
      <h2>{say("ending.title", { count: left })}</h2>
      <p>{say("ending.what")}</p>
      <Refused />
      <Act ask="resume_session" with={{}} class="strong large">
        {say("ending.take_back")}
      </Act>
    </div>
  );
}
