/** The paper on the phone: it is drawn on with a finger, a stylus or a mouse, and a chosen shape is set where it is tapped. */
import { useEffect, useRef } from "preact/hooks";
import { Hand } from "./hand";
import type { Mark, Picture } from "./marks";
import { paint, paintMark } from "./paint";
import type { Ink, Pen } from "./palette";

interface Props {
  picture: Picture;
  /** What a screen reader says of it. */
  label: string;
  /** What a stroke is drawn with; null while a shape is to be set down. */
  pen: { ink: Ink; pen: Pen } | null;
  /** A stroke that has been drawn, or `[x, y, press]` of the tap with a shape in hand. */
  drew(line: number[]): void;
  disabled: boolean;
}

const DOTS = 1000;

export function Paper({ picture, label, pen, drew, disabled }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const hand = useRef(new Hand());
  useEffect(() => {
    if (canvas.current && !hand.current.isDown) paint(canvas.current, picture);
  }, [picture]);

  const box = () => canvas.current?.getBoundingClientRect() ?? { left: 0, top: 0, width: 1, height: 1 };
  const down = (event: PointerEvent) => {
    if (disabled || (event.pointerType === "mouse" && event.button !== 0)) return;
    if (hand.current.down(event, box())) canvas.current?.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent) => {
    const moments = event.getCoalescedEvents?.() ?? [];
    let grown = false;
    for (const moment of moments.length ? moments : [event]) grown = hand.current.move(moment, box()) || grown;
    if (grown && pen) show(canvas.current, picture, { ...pen, line: hand.current.points.slice(-4).flat() });
  };
  const up = (event: PointerEvent) => {
    const line = hand.current.up(event);
    // What is not taken, because the paper is full, must not stay on it.
    if (canvas.current) paint(canvas.current, picture);
    if (line) drew(pen ? line : line.slice(-3));
  };
  const gone = (event: PointerEvent) => {
    hand.current.away(event);
    if (canvas.current) paint(canvas.current, picture);
  };
  return (
    <canvas
      ref={canvas}
      class="drawn paper"
      width={DOTS}
      height={DOTS}
      role="img"
      aria-label={label}
      data-sheet={picture.sheet}
      data-off={disabled}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={gone}
    />
  );
}

/** The newest piece of a stroke under the finger: the rest of the picture need not be drawn again for it. */
function show(canvas: HTMLCanvasElement | null, picture: Picture, mark: Mark): void {
  const pens = canvas?.getContext("2d");
  if (pens) paintMark(pens, mark, picture);
}
