/** Tables that play together: each a picture, a colour and a word. Here a phone picks its own, or looks on. */
import type { ComponentChild } from "preact";
import type { Json } from "../kind";
import type { Say } from "../words";
import { type Drawing, Picture } from "./picture";

/** In the order of `MARKS` in `facilitator/activities/tables.py`. */
const DRAWINGS: Readonly<Record<string, Drawing>> = {
  sun: [
    "M24 15a9 9 0 1 0 .1 0M24 3v6m0 30v6M3 24h6m30 0h6M9 9l4 4m22 22l4 4M39 9l-4 4M13 35l-4 4",
    "M24 15a9 9 0 1 0 .1 0",
  ],
  leaf: ["M9 39C6 20 18 8 40 8c1 22-11 34-27 29M5 44l24-25", "M9 39C6 20 18 8 40 8c1 22-11 34-27 29z"],
  wave: [
    "M3 20q5.25-9 10.5 0t10.5 0 10.5 0 10.5 0M3 34q5.25-9 10.5 0t10.5 0 10.5 0 10.5 0",
    "M3 20q5.25-9 10.5 0t10.5 0 10.5 0 10.5 0v14q-5.25 9-10.5 0t-10.5 0-10.5 0-10.5 0z",
  ],
  moon: ["M31 6a19 19 0 1 0 11 27A18 18 0 0 1 31 6z", "M31 6a19 19 0 1 0 11 27A18 18 0 0 1 31 6z"],
  mountain: ["M3 41L18 11l11 21M25 25l9-11 11 27H3M13 21l5 5 5-5", "M3 41L18 11l7 14 9-11 11 27z"],
  star: [
    "M24 4l6 13 14 2-10 10 2 14-12-7-12 7 2-14L4 19l14-2z",
    "M24 4l6 13 14 2-10 10 2 14-12-7-12 7 2-14L4 19l14-2z",
  ],
};

export const marksOf = (tables: number) => Object.keys(DRAWINGS).slice(0, tables);

export function Mark({ mark, say }: { mark: string; say: Say }) {
  return (
    <span class={`table-mark table-${mark}`}>
      <Picture drawing={DRAWINGS[mark] ?? ["", ""]} />
      <b>{say(`table.${mark}`)}</b>
    </span>
  );
}

/** On the wall: which tables there are, for those who look for theirs. */
export function Marks({ tables, say }: { tables: number; say: Say }) {
  return (
    <ul class="table-marks">
      {marksOf(tables).map((mark) => (
        <li key={mark}>
          <Mark mark={mark} say={say} />
        </li>
      ))}
    </ul>
  );
}

interface SeatProps {
  tables: number;
  /** The table of this phone; empty where it looks on, undefined until it has picked. */
  table: string | undefined;
  move(move: Json): void;
  disabled: boolean;
  say: Say;
  children: ComponentChild;
}

/** Until a table is picked the tables, then `children` under its mark. Looking on is as large as playing. */
export function Seated({ tables, table, move, disabled, say, children }: SeatProps) {
  if (table === undefined) return <PickTable tables={tables} move={move} disabled={disabled} say={say} />;
  return (
    <>
      <div class="table-mine">
        {table ? <Mark mark={table} say={say} /> : <b>{say("table.watching")}</b>}
        <button type="button" class="quiet" disabled={disabled} onClick={() => move({ do: "rise" })}>
          {say("table.change")}
        </button>
      </div>
      {children}
    </>
  );
}

function PickTable({ tables, move, disabled, say }: Omit<SeatProps, "table" | "children">) {
  return (
    <div class="group">
      <p>{say("table.pick")}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: the line above is a text of the page, not a legend. */}
      <div class="tables" role="group" aria-label={say("table.pick")}>
        {marksOf(tables).map((mark) => (
          <button
            type="button"
            key={mark}
            class="large"
            disabled={disabled}
            aria-label={say(`table.${mark}`)}
            onClick={() => move({ do: "sit", table: mark })}
          >
            <Mark mark={mark} say={say} />
          </button>
        ))}
        <button type="button" class="large" disabled={disabled} onClick={() => move({ do: "watch" })}>
          {say("table.watch")}
        </button>
      </div>
      <p class="hint">{say("table.nobody")}</p>
    </div>
  );
}
