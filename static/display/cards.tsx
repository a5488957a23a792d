/** Approved words as cards without names, four a page; pages turn by themselves and slowly. */
import { useEffect, useState } from "preact/hooks";
import { SeenPicture } from "../lib/drawing/seen";
import type { CardShape } from "../protocol";
import { Fit } from "./fit";
import { say } from "./language";
import { pagesOf, placesOf, readingTime } from "./paging";

export function Cards({ cards, label }: { cards: CardShape[]; label: string }) {
  const pages = pagesOf(cards);
  const at = useTurning(pages);
  const page = pages[at] ?? [];
  return (
    <div class="cards-pages">
      <Fit class="cards-box" key={at}>
        <ul class={page.some(({ picture }) => picture) ? "cards hung" : "cards"} aria-label={label}>
          {page.map((card) => (
            <Card key={card.id} card={card} alone={page.length === 1} />
          ))}
        </ul>
      </Fit>
      {pages.length > 1 && <p class="page-number numbers">{say("page", { page: at + 1, of: pages.length })}</p>}
    </div>
  );
}

/** More than fit under a picture in two lines or three. */
const MANY_LETTERS = 90;

function Card({ card, alone }: { card: CardShape; alone: boolean }) {
  const { text, picture, which } = card;
  if (!picture)
    return (
      <li class={alone ? "card alone" : `card places-${placesOf(card)}`}>
        {which && <small>{which}</small>}
        {text}
      </li>
    );
  return (
    <li class={`card pictured${alone ? " alone" : ""}${text.length > MANY_LETTERS ? " much-told" : ""}`}>
      <SeenPicture id={picture} label={text || which || say("picture")} />
      {(which || text) && (
        <p>
          {which && <strong>{text ? `${which}: ` : which}</strong>}
          {text}
        </p>
      )}
    </li>
  );
}

/** The page to show. Cards that come or go do not turn it back to the first. */
function useTurning(pages: readonly { text: string }[][]): number {
  const [turned, setTurned] = useState(0);
  const at = pages.length ? turned % pages.length : 0;
  const stays = readingTime(pages[at] ?? []);
  const turns = pages.length > 1;
  useEffect(() => {
    if (!turns) return;
    const next = setTimeout(() => setTurned(at + 1), stays);
    return () => clearTimeout(next);
  }, [at, stays, turns]);
  return at;
}
