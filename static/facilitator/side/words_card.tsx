/** One response in front of the therapist: show it, set it aside, or more behind the dots. */
import { useState } from "preact/hooks";
import { SeenPicture } from "../../lib/drawing/seen";
import { Icon } from "../../lib/icons";
import type { WaitingShape } from "../../protocol";
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { namesIn } from "../state/words";
import { EditCopy } from "./edit_copy";

export function WordsCard({ words }: { words: WaitingShape }) {
  const [open, setOpen] = useState<"card" | "more" | "edit">("card");
  if (open === "edit") return <EditCopy words={words} close={() => setOpen("card")} />;
  return (
    <div class="words-card">
      <Quoted words={words} />
      <CardButtons words={words} more={open === "more"} toggle={() => setOpen(open === "more" ? "card" : "more")} />
      {open === "more" && <MoreButtons words={words} edit={() => setOpen("edit")} />}
    </div>
  );
}

export function Quoted({ words }: { words: WaitingShape }) {
  const { say } = useDesk();
  const named = namesIn(words.text, useView().roster);
  return (
    <>
      {words.which && <p class="words-which">{words.which}</p>}
      {words.picture && <SeenPicture id={words.picture} label={words.text || say("words.picture")} dots={500} />}
      {words.text && (
        <blockquote class="words-text" data-long={words.text.length > 120 || words.picture !== undefined}>
          {words.text}
        </blockquote>
      )}
      {(words.name || words.edited || words.rung || !words.may_show) && (
        <p class="words-about">
          {words.name && <span>{words.name}</span>}
          {words.edited && <span>{say("words.edited")}</span>}
          {words.rung && <span>{say(`rung.${words.rung}`)}</span>}
          {!words.may_show && <span class="not-for-room">{say("words.not_for_room")}</span>}
        </p>
      )}
      {named.length > 0 && <p class="words-about">{say("words.names", { names: named.join(", ") })}</p>}
    </>
  );
}

function CardButtons({ words, more, toggle }: { words: WaitingShape; more: boolean; toggle: () => void }) {
  const { say } = useDesk();
  return (
    <div class="words-buttons" data-show={words.may_show}>
      {words.may_show && (
        <Act ask="show_response" with={{ response: words.id }} class="strong">
          {say("words.show")}
        </Act>
      )}
      <Act ask="park_response" with={{ response: words.id }}>
        {say("words.park")}
      </Act>
      <button type="button" class="quiet icon-button" aria-label={say("more")} aria-expanded={more} onClick={toggle}>
        <Icon name="more" />
      </button>
    </div>
  );
}

function MoreButtons({ words, edit }: { words: WaitingShape; edit: () => void }) {
  const { say, stage } = useDesk();
  const concern = () => {
    stage.value = { show: "concern", response: words.id };
  };
  return (
    <div class="words-more">
      <button type="button" class="quiet" onClick={concern}>
        <Icon name="concern" /> {say("concern.open")}
      </button>
      {words.may_show && words.text && (
        <button type="button" class="quiet" onClick={edit}>
          <Icon name="pen" /> {say("words.edit")}
        </button>
      )}
      <Act ask="discard_response" with={{ response: words.id }} class="quiet">
        <Icon name="remove" /> {say("words.discard")}
      </Act>
    </div>
  );
}
