/** Words people wrote, one card at a time; what was shown waits in the tray until it is revealed. */
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { Refused } from "../region";
import { runsOf } from "../state/runs";
import { sorted, type Words } from "../state/words";
import { WordsCard } from "./words_card";

export function Approve() {
  const { say } = useDesk();
  const view = useView();
  const words = sorted(view.waiting, runsOf(view).present?.activity.run ?? null);
  const elsewhere = words.parked.length + words.wall.length + words.tray.length + words.before.length;
  return (
    <section class="approve">
      <h2>
        <span>{say("approve.title")}</span>
        {words.waiting.length > 0 && (
          <span class="waiting-count">{say("approve.count", { count: words.waiting.length })}</span>
        )}
      </h2>
      {words.next ? <WordsCard key={words.next.id} words={words.next} /> : <p class="hint">{say("approve.none")}</p>}
      <Refused />
      {elsewhere > 0 && <Tray words={words} />}
    </section>
  );
}

/** Where the other words are, in one line; *Reveal* stands beside it while something lies in the tray. */
function Tray({ words }: { words: Words }) {
  const { say, side } = useDesk();
  const places = (["tray", "parked", "wall", "before"] as const).filter((place) => words[place].length > 0);
  return (
    <div class="tray">
      <button type="button" class="quiet" onClick={() => (side.value = { show: "words" })}>
        {places.map((place) => say(`words.${place}_count`, { count: words[place].length })).join(" · ")}
      </button>
      {words.tray.length > 0 && (
        <Act ask="reveal" with={{}} class="strong">
          {say("tray.reveal")}
        </Act>
      )}
    </div>
  );
}
