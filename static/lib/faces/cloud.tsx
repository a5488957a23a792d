/** A cloud of approved words. It is a list, drawn as one; its order and its places say nothing about who or when. */
import type { CardShape } from "../../protocol";
import { arranged } from "./cloud_order";

interface Props {
  cards: readonly CardShape[];
  label: string;
  empty: string;
}

export function Cloud({ cards, label, empty }: Props) {
  if (!cards.length) return <p class="hint">{empty}</p>;
  return (
    <ul class="cloud" aria-label={label}>
      {arranged(cards.map(({ text }) => text)).map(({ word, times }) => (
        <li key={word} class={`said-${Math.min(times, 4)}`}>
          {word}
          {times > 1 && <small class="numbers"> ×{times}</small>}
        </li>
      ))}
    </ul>
  );
}
