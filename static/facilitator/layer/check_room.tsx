/** Before the first step: the wall, a phone and a support call have been seen to work, or the therapist begins anyway. */
import { Icon } from "../../lib/icons";
import { useDesk, useView } from "../desk";
import { Qr } from "../qr";
import { Refused } from "../region";
import { StageHead } from "../stage/heading";
import { PairForm } from "./walls";

const CHECKS = ["wall", "phone", "support"];

export function CheckRoom() {
  const { say } = useDesk();
  const view = useView();
  const ready = CHECKS.every((check) => view.room_checked[check]);
  return (
    <div class="check-room">
      <StageHead small={view.day} title={say("check_room.title")} />
      <div class="scroll check-room-body">
        <ol class="checks">
          {CHECKS.map((check) => (
            <Check key={check} check={check} done={view.room_checked[check] === true} />
          ))}
        </ol>
        <figure class="check-join">
          <Qr path={view.join.qr} size={view.join.size} label={say("join.qr")} />
          <figcaption>
            <span class="hint">{view.join.address}</span>
            <strong class="join-code">{view.join.code}</strong>
          </figcaption>
        </figure>
      </div>
      <p class="hint">{say(ready ? "check_room.ready" : "check_room.not_yet")}</p>
    </div>
  );
}

function Check({ check, done }: { check: string; done: boolean }) {
  const { say } = useDesk();
  return (
    <li data-done={done}>
      <span class="check-mark">{done ? <Icon name="check" /> : <span class="check-open" />}</span>
      <div>
        <p class="check-title">{say(`check_room.${check}`)}</p>
        <p class="hint">{say(done ? `check_room.${check}.done` : `check_room.${check}.how`)}</p>
        {check === "wall" && !done && <PairForm />}
        {check === "wall" && !done && <Refused />}
      </div>
    </li>
  );
}
