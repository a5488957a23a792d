/** Everything that has left the front card: in the tray, on the wall, set aside. */
import type { WaitingShape } from "../../protocol";
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { Refused } from "../region";
import { sorted } from "../state/words";
import { PanelHead } from "./panel_head";
import { Quoted } from "./words_card";

export function WordsList() {
  const { say } = useDesk();
  const words = sorted(useView().waiting);
  const nothing = words.tray.length + words.wall.length + words.parked.length + words.before.length === 0;
  return (
    <section class="panel">
      <PanelHead title={say("words.title")} />
      <Refused />
      <div class="scroll">
        {nothing && <p class="hint">{say("approve.none")}</p>}
        <Part title={say("words.in_tray")} all={words.tray} />
        <Part title={say("words.on_wall")} all={words.wall} />
        <Part title={say("words.parked")} all={words.parked} />
        <Part title={say("words.before")} all={words.before} />
      </div>
    </section>
  );
}

function Part({ title, all }: { title: string; all: WaitingShape[] }) {
  const { say } = useDesk();
  if (all.length === 0) return null;
  return (
    <section class="words-part">
      <h3>{title}</h3>
      <ul class="plain">
        {all.map((words) => (
          <li key={words.id} class="words-item">
            <Quoted words={words} />
            {words.where === "parked" ? (
              <Act ask="show_response" with={{ response: words.id }} off={!words.may_show}>
                {say("words.show")}
              </Act>
            ) : (
              <Act ask="take_down_response" with={{ response: words.id }}>
                {say(`words.leave_${words.where}`)}
              </Act>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
