/** Shapes instead of strokes: chosen by name and set down by a tap or by buttons, so that a keyboard draws as well. */
import { OneOf } from "../faces/choices";
import type { Say } from "../words";
import { isFull, isStamp, type Mark, middleOf, nudged, PLACES } from "./marks";
import { type Ink, SIZES, STAMPS, type StampName } from "./palette";

export interface Shapes {
  stamp: StampName;
  size: number;
}

interface Props {
  shape: Shapes;
  choose(shape: Shapes): void;
  ink: Ink;
  marks: readonly Mark[];
  put(marks: Mark[]): void;
  disabled: boolean;
  say: Say;
}

export function Shapes({ shape, choose, disabled, say, ...of }: Props) {
  const stamps = (Object.keys(STAMPS) as StampName[]).map((value) => ({
    value,
    class: "ink",
    says: (
      <>
        <svg viewBox="-60 -60 120 120" aria-hidden="true">
          <path d={STAMPS[value]} fill="currentColor" />
        </svg>
        <span>{say(`stamp.${value}`)}</span>
      </>
    ),
  }));
  const sizes = SIZES.map((value) => ({ value: value as number, says: say(`size.${value}`) }));
  const set = (next: Partial<Shapes>) => choose({ ...shape, ...next });
  return (
    <>
      <OneOf
        class="inks"
        label={say("shapes")}
        choices={stamps}
        chosen={shape.stamp}
        choose={(stamp = shape.stamp) => set({ stamp })}
        disabled={disabled}
      />
      <OneOf
        class="pens"
        label={say("sizes")}
        choices={sizes}
        chosen={shape.size}
        choose={(size = shape.size) => set({ size })}
        disabled={disabled}
      />
      <Places shape={shape} disabled={disabled} say={say} {...of} />
    </>
  );
}

const ARROWS = ["↖", "↑", "↗", "←", "•", "→", "↙", "↓", "↘"];
const STEP = 40;
const MOVES = { left: [-STEP, 0], up: [0, -STEP], down: [0, STEP], right: [STEP, 0] } as const;

function Places({ shape, ink, marks, put, disabled, say }: Omit<Props, "choose">) {
  const last = marks[marks.length - 1];
  const movable = last !== undefined && isStamp(last);
  return (
    <>
      <p class="hint">{say("set")}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame, and the sentence above names it. */}
      <div class="places-on" role="group" aria-label={say("set")}>
        {PLACES.map((place, at) => (
          <button
            type="button"
            key={place}
            aria-label={say(`place.${place}`)}
            disabled={disabled || isFull(marks)}
            onClick={() => put([...marks, { ink, ...shape, ...middleOf(place) }])}
          >
            {ARROWS[at]}
          </button>
        ))}
      </div>
      <p class="hint">{say("move")}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      <div class="pens" role="group" aria-label={say("move")}>
        {Object.entries(MOVES).map(([way, [dx, dy]]) => (
          <button type="button" key={way} disabled={disabled || !movable} onClick={() => put(nudged(marks, dx, dy))}>
            {say(`move.${way}`)}
          </button>
        ))}
      </div>
    </>
  );
}
