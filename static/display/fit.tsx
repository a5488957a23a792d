/**
 * Makes what a module or a group wrote fit a wall: as large as there is room for, then closer and in two columns, then
 * wider than the text beside it. What is longer still turns its pages: letters stay large enough for four metres.
 */
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { evenOut, pagesIn, turnTo, WAYS } from "./fitting";
import { say } from "./language";
import { timeFor } from "./paging";

interface Props {
  class: string;
  children: ComponentChildren;
}

export function Fit({ children, ...rest }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState(1);
  const at = useTurning(box, pages);
  useLayoutEffect(() => {
    const fit = () => {
      if (!box.current) return;
      setPages(fitInto(box.current));
      turnTo(box.current, at);
    };
    fit();
    // A picture, a kind's style or a panel that slides in changes the room there is.
    const watch = new ResizeObserver(fit);
    if (box.current) watch.observe(box.current);
    for (const inside of box.current?.children ?? []) watch.observe(inside);
    return () => watch.disconnect();
  });
  return (
    <div class="turning">
      <div ref={box} class={`fit ${rest.class}`}>
        {children}
      </div>
      {pages > 1 && <p class="page-number numbers">{say("page", { page: at + 1, of: pages })}</p>}
    </div>
  );
}

/** How many pages it takes. */
function fitInto(box: HTMLElement): number {
  box.style.blockSize = "";
  for (const way of WAYS) {
    for (const name of ["fit", "wide", "turns"] as const) {
      if (name in way) box.dataset[name] = way[name] ?? "";
      else delete box.dataset[name];
    }
    const pages = pagesIn(box);
    if (!pages) continue;
    evenOut(box, pages);
    return pages;
  }
  return 1;
}

/** The page to show. Each stays long enough to be read. */
function useTurning(box: { current: HTMLElement | null }, pages: number): number {
  const [turned, setTurned] = useState(0);
  const at = turned % pages;
  useEffect(() => {
    if (pages === 1) return;
    const stays = timeFor((box.current?.textContent ?? "").length / pages);
    const next = setTimeout(() => setTurned(at + 1), stays);
    return () => clearTimeout(next);
  }, [box, at, pages]);
  return at;
}
