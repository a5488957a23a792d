/** What a group said to one question of a check-in, for the tablet: numbers and words, never a name. */
import { Bars, type ChoiceTally } from "../../lib/faces/bars";
import type { ScaleTally } from "../../lib/faces/scale";
import { ScaleChart } from "../../lib/faces/scale_chart";
import type { Say } from "../../lib/words";
import { type FeelingItem, feelings, type Item } from "./items";

type Told = ScaleTally | ChoiceTally;

export function Summary({ item, tally, say }: { item: Item; tally: Told; say: Say }) {
  if (tally.n === 0) return <p class="hint">{say("nobody")}</p>;
  if (tally.too_few) return <p class="hint">{say("too_few")}</p>;
  switch (item.type) {
    case "scale":
      return <ScaleChart scale={item} tally={tally as ScaleTally} say={say} />;
    case "feeling":
      return <Feelings item={item} tally={tally as ChoiceTally} say={say} />;
    case "yes_no":
      return <Bars texts={{ yes: say("yes"), no: say("no") }} tally={tally as ChoiceTally} say={say} />;
    default:
      return <p>{tally.n === undefined ? say("texts") : say("wrote", { count: tally.n })}</p>;
  }
}

/** Of many words only those that somebody chose; a list of empty bars tells nobody anything. */
function Feelings({ item, tally, say }: { item: FeelingItem; tally: ChoiceTally; say: Say }) {
  const chosen = (key: string) => (tally.words ? tally.words[key] === "most" : (tally.counts?.[key] ?? 0) > 0);
  const texts = Object.entries(feelings(item, say)).filter(([key]) => chosen(key));
  if (!texts.length) return <p>{say("no_most")}</p>;
  return <Bars texts={Object.fromEntries(texts)} tally={tally} say={say} />;
}
