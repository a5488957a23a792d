/** A picture, drawn: on the wall, on the tablet, on its maker's own phone. */
import { useEffect, useRef } from "preact/hooks";
import type { Picture } from "./marks";
import { paint } from "./paint";

interface Props {
  picture: Picture;
  /** What somebody hears who does not see it: its words, where its maker wrote some. */
  label: string;
  /** How many dots wide it is drawn; a screen then shows it at any size. */
  dots?: number;
}

export function DrawnPicture({ picture, label, dots = 1000 }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) paint(canvas.current, picture);
  }, [picture]);
  return (
    <canvas
      ref={canvas}
      class="drawn"
      width={dots}
      height={dots}
      role="img"
      aria-label={[label, ...(picture.tags ?? []).map(({ text }) => text)].join(". ")}
      data-sheet={picture.sheet}
    />
  );
}
