/** Words people wrote, one card at a time; what was shown waits in the tray until it is revealed. */
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { Refused } from "../region";
import { sorted } from "../state/words";
import { WordsCard } from "./words_card";

export function Approve() {
  const { say, side } = useDesk();
  const words = sorted(useView().waiting);
  const elsewhere = words.parked.length + words.wall.length + words.tray.length;
  return (
    <section class="approve">
      <h2>
        <span>{say("approve.title")}</span>
        {words.waiting.length > 0 && <span class="count">{say("approve.count", { count: words.waiting.length })}</span>}
      </h2>
      {words.next ? <WordsCard key={words.next.id} words={words.next} /> : <p class="hint">{say("approve.none")}</p>}
      <Refused />
      {words.tray.length > 0 && (
        <div class="tray">
          <p>{say("tray.count", { count: words.tray.length })}</p>
          <Act ask="reveal" with={{}} class="strong">
            {say("tray.reveal")}
          </Act>
        </div>
      )}
      {elsewhere > 0 && (
        <button type="button" class="quiet words-open" onClick={() => (side.value = { show: "words" })}>
          {say("words.open", { tray: words.tray.length, parked: words.parked.length, wall: words.wall.length })}
        </button>
      )}
    </section>
  );
}
