/** On the tablet: the lines in their order, those that were shown and may come in, and one of the staff's own. */
import { Moves, Offered, OwnLine, useMoves } from "../../lib/faces/building";
import type { Leading } from "../../lib/kind";
import type { Say } from "../../lib/words";
import type { WaitingShape } from "../../protocol";
import type { Led, Shared } from "./agreement";

interface Props {
  living: Leading<Shared, Led>;
  cards: readonly WaitingShape[];
  say: Say;
}

export function Arrange({ living: { shared, led, lead }, cards, say }: Props) {
  const { lines } = shared;
  const { list, move } = useMoves<HTMLOListElement>(lines.map(({ id }) => id).join(), (way, line) =>
    lead({ do: way, line }),
  );
  return (
    <>
      <ol ref={list} class="plain agreed" tabIndex={-1}>
        {lines.map(({ id, text }, place) => (
          <li key={id}>
            <span>{text}</span>
            <Moves id={id} line={text} first={place === 0} last={place === lines.length - 1} move={move} say={say} />
          </li>
        ))}
      </ol>
      <Offered cards={cards} taken={led.cards} add={(card) => void lead({ do: "add", card })} say={say} />
      <OwnLine add={(text) => lead({ do: "write", text })} say={say} />
    </>
  );
}
