/** Setting something down and moving it on by buttons, so that nobody needs a finger on the paper. */
import type { Say } from "../words";
import type { Field, Fields } from "./fields";

interface Props {
  fields: Fields;
  set(at: Field["at"]): void;
  full: boolean;
  /** Moves what was set down last. */
  move(dx: number, dy: number): void;
  movable: boolean;
  says: { set: string; move: string };
  disabled: boolean;
  say: Say;
}

const STEP = 40;
const MOVES = { left: [-STEP, 0], up: [0, -STEP], down: [0, STEP], right: [STEP, 0] } as const;

export function Spots({ fields, set, full, move, movable, says, disabled, say }: Props) {
  return (
    <>
      <p class="hint">{says.set}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame, and the sentence above names it. */}
      <div class="places-on" role="group" aria-label={says.set}>
        {fields.list.map(({ says: name, sign, at }) => (
          <button type="button" key={name} aria-label={name} disabled={disabled || full} onClick={() => set(at)}>
            {sign}
          </button>
        ))}
      </div>
      <p class="hint">{says.move}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      <div class="pens moves" role="group" aria-label={says.move}>
        {Object.entries(MOVES).map(([way, [dx, dy]]) => (
          <button type="button" key={way} disabled={disabled || !movable} onClick={() => move(dx, dy)}>
            {say(`move.${way}`)}
          </button>
        ))}
      </div>
    </>
  );
}
