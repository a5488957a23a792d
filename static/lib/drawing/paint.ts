/** Draws a picture on a canvas: from its numbers and its known words, and from nothing else. */
import { isStamp, type Mark, type Picture, type Point, pointsOf, type Stamp, type Stroke, type Tag } from "./marks";
import { INKS, PENS, SIDE, STAMPS } from "./palette";

type Pens = CanvasRenderingContext2D;

/** The whole picture on its paper, on a canvas of any size. */
export function paint(canvas: HTMLCanvasElement, picture: Picture): void {
  const pens = canvas.getContext("2d");
  if (!pens) return;
  pens.setTransform(canvas.width / SIDE, 0, 0, canvas.height / SIDE, 0, 0);
  pens.clearRect(0, 0, SIDE, SIDE);
  pens.fillStyle = INKS.paper;
  pens.beginPath();
  if (picture.sheet === "round") pens.arc(SIDE / 2, SIDE / 2, SIDE / 2, 0, 2 * Math.PI);
  else pens.rect(0, 0, SIDE, SIDE);
  pens.fill();
  pens.save();
  if (picture.sheet === "round") pens.clip();
  for (const mark of picture.marks) paintMark(pens, mark, picture);
  pens.restore();
  for (const tag of picture.tags ?? []) word(pens, tag);
}

/** One mark, as often as the paper has it. */
export function paintMark(pens: Pens, mark: Mark, { turns = 1, mirrored = false }: Omit<Picture, "marks"> = {}): void {
  for (let turn = 0; turn < turns; turn++)
    for (const side of mirrored ? [1, -1] : [1]) {
      pens.save();
      pens.translate(SIDE / 2, SIDE / 2);
      pens.rotate((2 * Math.PI * turn) / turns);
      pens.scale(side, 1);
      pens.translate(-SIDE / 2, -SIDE / 2);
      if (isStamp(mark)) stamp(pens, mark);
      else stroke(pens, mark);
      pens.restore();
    }
}

function stamp(pens: Pens, { ink, stamp: name, x, y, size }: Stamp): void {
  pens.fillStyle = INKS[ink];
  pens.translate(x, y);
  pens.scale(size / 100, size / 100);
  pens.fill(new Path2D(STAMPS[name]));
}

function stroke(pens: Pens, { ink, pen, line }: Stroke): void {
  pens.strokeStyle = INKS[ink];
  pens.lineCap = "round";
  pens.lineJoin = "round";
  const points = pointsOf(line);
  points.forEach(([x, y, press], at) => {
    const [from, to] = [halfway(points[at - 1], points[at]), halfway(points[at], points[at + 1])];
    pens.lineWidth = widthOf(PENS[pen], press);
    pens.beginPath();
    pens.moveTo(...from);
    pens.quadraticCurveTo(x, y, ...to);
    pens.stroke();
  });
}

/** Between two points; at an end, the point itself. */
function halfway(one: Point | undefined, other: Point | undefined): [number, number] {
  const [a, b] = [one ?? other, other ?? one];
  return a && b ? [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] : [0, 0];
}

// Read on a phone, and on a wall from four metres.
const LETTERS = 62;

/** A word on a slip of paper, which never reaches over the edge. */
function word(pens: Pens, { x, y, text }: Tag): void {
  pens.font = `600 ${LETTERS}px system-ui, sans-serif`;
  const wide = Math.min(SIDE, pens.measureText(text).width + LETTERS);
  const left = Math.min(SIDE - wide, Math.max(0, x - wide / 2));
  const top = y + 150 > SIDE ? y - 150 : y + 60;
  pens.fillStyle = INKS.paper;
  pens.fillRect(left, top, wide, 1.4 * LETTERS);
  pens.fillStyle = INKS.black;
  pens.textBaseline = "middle";
  pens.fillText(text, left + LETTERS / 2, top + 0.7 * LETTERS, SIDE - LETTERS);
}

/** An ordinary press (5) draws as wide as the pen. */
export function widthOf(pen: number, press: number): number {
  return pen * (0.4 + 0.12 * press);
}
