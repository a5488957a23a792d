/** Pictures with what the group said of each: those that were taken, with numbers; or the one that most took. */
import type { Say } from "../words";
import type { ChoiceTally } from "./bars";
import { type Drawing, Picture } from "./picture";

interface Props {
  /** The word of each picture, in the order of the question: a result ranks nothing. */
  texts: Readonly<Record<string, string>>;
  drawingOf(key: string): Drawing;
  /** Null before there is a result: then all are shown, to be talked about. */
  tally: ChoiceTally | null;
  say: Say;
}

/** So many stand beside each other on a wall, so that their words can be read. */
const WIDE = 5;

export function PicturesSeen({ texts, drawingOf, tally, say }: Props) {
  const { n, counts, words } = tally ?? {};
  const taken = Object.entries(texts).filter(([key]) => !counts || counts[key]);
  return (
    <>
      {words && !Object.values(words).includes("most") && <p class="hint">{say("no_most")}</p>}
      <ul class="pictures-seen" style={`--columns: ${Math.ceil(taken.length / Math.ceil(taken.length / WIDE))}`}>
        {taken.map(([key, text]) => (
          <li key={key} class={words?.[key] === "most" ? "most" : undefined}>
            <Picture drawing={drawingOf(key)} />
            <span>{text}</span>
            {counts && <span class="says">{say("of", { count: counts[key] ?? 0, n: n ?? 0 })}</span>}
            {words?.[key] === "most" && <span class="says">{say("most")}</span>}
          </li>
        ))}
      </ul>
      {n !== undefined && <p class="face-n">{say("n", { count: n })}</p>}
    </>
  );
}
