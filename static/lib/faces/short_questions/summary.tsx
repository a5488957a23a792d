/** What a group said to one short question, for the tablet: numbers and words, never a name. */
import type { Say } from "../../words";
import { Bars, type ChoiceTally } from "../bars";
import type { ScaleTally } from "../scale";
import { ScaleChart } from "../scale_chart";
import { hoursOf, type Item } from "./questions";

type Told = ScaleTally & ChoiceTally;

interface Props {
  item: Item;
  tally: object;
  say: Say;
}

export function Summary({ item, tally, say }: Props) {
  const told = tally as Told;
  if (item.type === "sleep") return <Sleep item={item} tally={tally} say={say} />;
  if (told.n === 0) return <p class="hint">{say("nobody")}</p>;
  if (told.too_few) return <p class="hint">{say("too_few")}</p>;
  switch (item.type) {
    case "scale":
      return <ScaleChart scale={item} tally={told} say={say} />;
    case "feeling":
      return <Said texts={item.words ?? {}} tally={told} say={say} />;
    case "medication":
    case "use":
      return <Bars texts={item.options} tally={told} say={say} />;
    case "choices":
      return <Said texts={{ ...item.options, ...(item.other && { other: item.own ?? "" }) }} tally={told} say={say} />;
    case "text":
    case "high_low":
      return <p>{told.n === undefined ? say("texts") : say("wrote", { count: told.n })}</p>;
    default:
      return <Bars texts={{ yes: say("yes"), no: say("no") }} tally={told} say={say} />;
  }
}

function Sleep({ item, tally, say }: Props & { item: { type: "sleep" } }) {
  const { hours, rested } = tally as Record<string, Told>;
  if (hours?.n === 0 && rested?.n === 0) return <p class="hint">{say("nobody")}</p>;
  const asked = item as Extract<Item, { type: "sleep" }>;
  return (
    <>
      {hours?.n !== 0 && (
        <Part tally={hours} say={say} draw={(told) => <ScaleChart scale={hoursOf(asked)} tally={told} say={say} />} />
      )}
      {rested?.n !== 0 && (
        <>
          <p>{asked.rested_question}</p>
          <Part tally={rested} say={say} draw={(told) => <Bars texts={asked.rested} tally={told} say={say} />} />
        </>
      )}
    </>
  );
}

function Part({ tally, say, draw }: { tally: Told | undefined; say: Say; draw(told: Told): preact.ComponentChild }) {
  return !tally || tally.too_few ? <p class="hint">{say("too_few")}</p> : draw(tally);
}

/** Of many words only those that somebody chose; a list of empty bars tells nobody anything. */
function Said({ texts, tally, say }: { texts: Readonly<Record<string, string>>; tally: ChoiceTally; say: Say }) {
  const chosen = (key: string) => (tally.words ? tally.words[key] === "most" : (tally.counts?.[key] ?? 0) > 0);
  const told = Object.entries(texts).filter(([key]) => chosen(key));
  if (!told.length) return <p>{say("no_most")}</p>;
  return <Bars texts={Object.fromEntries(told)} tally={tally} say={say} />;
}
