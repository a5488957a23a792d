/** One or two kinds of weather to tap. A third is not taken, and the page says what to do. */
import { useState } from "preact/hooks";
import type { Say } from "../words";
import { Picture } from "./picture";
import { WEATHER } from "./weather";

interface Props {
  label: string;
  chosen: readonly string[];
  choose(keys: string[]): void;
  disabled: boolean;
  say: Say;
}

const MOST = 2;

export function Sky({ label, chosen, choose, disabled, say }: Props) {
  const [full, setFull] = useState(false);
  const tap = (tapped: string) => {
    const adds = !chosen.includes(tapped);
    setFull(adds && chosen.length >= MOST);
    if (adds && chosen.length >= MOST) return;
    choose(Object.keys(WEATHER).filter((key) => (key === tapped ? adds : chosen.includes(key))));
  };
  return (
    <>
      <p class="hint" role="status">
        {say(full ? "weather.full" : "weather.hint")}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: the question above is a heading of the page, not a legend. */}
      <div class="chooses pictures" role="group" aria-label={label}>
        {Object.entries(WEATHER).map(([key, drawing]) => (
          // biome-ignore lint/a11y/useSemanticElements: drawn as single choices are, so that both feel alike.
          <button
            type="button"
            role="checkbox"
            key={key}
            aria-checked={chosen.includes(key)}
            disabled={disabled}
            onClick={() => tap(key)}
          >
            <Picture drawing={drawing} />
            <span>{say(`weather.${key}`)}</span>
          </button>
        ))}
      </div>
    </>
  );
}
