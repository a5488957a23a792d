/** Shapes instead of strokes: chosen by name and set down by a tap or by buttons, so that a keyboard draws as well. */
import { OneOf } from "../faces/choices";
import type { Say } from "../words";
import type { Fields } from "./fields";
import { isFull, isStamp, type Mark, type Most, nudged } from "./marks";
import { type Ink, SIZES, STAMPS, type StampName } from "./palette";
import { Spots } from "./spots";

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
  fields: Fields;
  most: Most | undefined;
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

function Places({ shape, ink, marks, put, fields, most, disabled, say }: Omit<Props, "choose">) {
  const last = marks[marks.length - 1];
  return (
    <Spots
      fields={fields}
      set={(at) => put([...marks, { ink, ...shape, ...at }])}
      full={isFull(marks, 1, most)}
      move={(dx, dy) => put(nudged(marks, dx, dy))}
      movable={last !== undefined && isStamp(last)}
      says={{ set: say("set"), move: say("move") }}
      disabled={disabled}
      say={say}
    />
  );
}
