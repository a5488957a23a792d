/** The paper with everything to draw with: pens, colours by name, shapes to set down by tap or by key, undo, and words. */
import type { ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { Growing } from "../faces/growing";
import type { Say } from "../words";
import { described } from "./described";
import { type Fields, nineFields } from "./fields";
import { isFull, type Mark, type Most, type Picture, type Piece } from "./marks";
import type { Ink, Pen } from "./palette";
import { Paper } from "./paper";
import { Shapes } from "./shapes";
import { Inks, Pens } from "./tools";

interface Props {
  piece: Piece;
  /** Called with each change; null when there is nothing on the paper and no words. */
  change(piece: Piece | null): void;
  disabled: boolean;
  say: Say;
  paper?: OwnPaper;
}

/** What a kind's paper has that a plain sheet has not. */
export interface OwnPaper {
  /** How it shows the marks (a mandala has each of them many times). */
  on?: Omit<Picture, "marks">;
  /** What is on it already, and what lies on top. */
  under?: readonly Mark[];
  over?: readonly Mark[];
  fields?: Fields;
  most?: Most;
  /** Lines to go by, which are not part of the picture. */
  guide?: ComponentChild;
  /** What a screen reader says besides what is drawn. */
  says?: string;
}

const WORDS_MOST = 300;

export function Board({ piece, change, disabled, say, paper = {} }: Props) {
  const { marks, words } = piece;
  const { on, under = [], over = [], fields = nineFields(say), most, guide, says } = paper;
  const [ink, setInk] = useState<Ink>("black");
  const [tool, setTool] = useState<Pen | "shapes">("middle");
  const [stamp, setStamp] = useState<Shapes>({ stamp: "star", size: 200 });
  const put = (next: Mark[]) => change(next.length || words.trim() ? { marks: next, words } : null);
  const add = (mark: Mark, points: number) => isFull(marks, points, most) || put([...marks, mark]);
  const drew = (line: number[]) => {
    const [x = 0, y = 0] = line;
    if (tool === "shapes") add({ ink, ...stamp, x, y }, 1);
    else add({ ink, pen: tool, line }, line.length / 3);
  };
  return (
    <div class="board">
      <Pens tool={tool} choose={setTool} disabled={disabled} say={say} />
      <div class="under-hand">
        <Paper
          picture={{ marks: [...under, ...marks, ...over], ...on }}
          label={[described(marks, say, fields), says].filter(Boolean).join(" ")}
          pen={tool === "shapes" ? null : { ink, pen: tool }}
          drew={drew}
          disabled={disabled}
        />
        {guide}
      </div>
      <button
        type="button"
        class="undo"
        disabled={disabled || marks.length === 0}
        onClick={() => put(marks.slice(0, -1))}
      >
        {say("undo")}
      </button>
      <p class="status notice" role="status" hidden={!isFull(marks, 1, most)}>
        {isFull(marks, 1, most) && say("full")}
      </p>
      <Inks ink={ink} choose={setInk} disabled={disabled} say={say} />
      {tool === "shapes" && (
        <Shapes shape={stamp} choose={setStamp} {...{ ink, marks, put, fields, most, disabled, say }} />
      )}
      <label class="written">
        <span>{say("words")}</span>
        <span class="hint">{say("words.hint")}</span>
        <Growing
          value={words}
          write={(value) => change(marks.length || value.trim() ? { marks, words: value } : null)}
          most={WORDS_MOST}
          disabled={disabled}
        />
      </label>
    </div>
  );
}
