/** Makes what a module wrote fit a wall: as large as there is room for, then in two columns, and only then smaller. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** From the largest to the smallest; `styles/display/fit.css` says what each looks like. */
const LEVELS = ["0", "1", "2", "3", "4"] as const;

interface Props {
  class: string;
  children: ComponentChildren;
}

export function Fit({ children, ...rest }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const fit = () => box.current && fitInto(box.current);
    fit();
    // A picture, a kind's style or a panel that slides in changes the room there is.
    const watch = new ResizeObserver(fit);
    if (box.current) watch.observe(box.current);
    for (const inside of box.current?.children ?? []) watch.observe(inside);
    return () => watch.disconnect();
  });
  return (
    <div ref={box} class={`fit ${rest.class}`}>
      {children}
    </div>
  );
}

function fitInto(box: HTMLElement): void {
  for (const level of LEVELS) {
    box.dataset.fit = level;
    if (box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1) return;
  }
}
