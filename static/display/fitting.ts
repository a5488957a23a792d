/** The ways of fitting something into a box on the wall, and whether one of them does. */

/** `styles/display/fit.css` says what each looks like. Letters below 48 are for what cannot be parted. */
export interface Way {
  fit: string;
  wide?: string;
  turns?: string;
}

/** From the best to the last. */
export const WAYS: readonly Way[] = [
  { fit: "0" },
  { fit: "1" },
  { fit: "2" },
  { fit: "2", wide: "" },
  { fit: "2", wide: "", turns: "" },
  { fit: "3", wide: "" },
  { fit: "4", wide: "" },
];

/** A ring, a beat, a picture of the whole group: what has this class is looked at as one and never parted over pages. */
const WHOLE = ".whole";

/** How many pages the box takes as it is styled now; 0 where something would be cut off. */
export function pagesIn(box: HTMLElement): number {
  if (box.scrollHeight > box.clientHeight + 1) return 0;
  if (!("turns" in box.dataset)) return box.scrollWidth <= box.clientWidth + 1 ? 1 : 0;
  if (box.querySelector(WHOLE)) return 0;
  const { columns, step } = columnsOf(box);
  // The last column is empty: it lets the last page be turned to as far as the others.
  const filled = Math.round((box.scrollWidth + gapOf(box)) / step) - 1;
  return Math.max(1, Math.ceil(filled / columns));
}

/** Makes the pages even: as low as the box may stand without one page more, so that the last is not nearly empty. */
export function evenOut(box: HTMLElement, pages: number): void {
  if (pages === 1) return;
  let [low, high] = [box.clientHeight / 2, box.clientHeight];
  for (let tries = 0; tries < 6; tries++) {
    const height = Math.ceil((low + high) / 2);
    box.style.blockSize = `${height}px`;
    if (pagesIn(box) === pages) high = height;
    else low = height;
  }
  box.style.blockSize = `${high}px`;
}

export function turnTo(box: HTMLElement, page: number): void {
  if (!("turns" in box.dataset)) return;
  const { columns, step } = columnsOf(box);
  box.scrollLeft = page * columns * step;
}

function columnsOf(box: HTMLElement): { columns: number; step: number } {
  const columns = Number(getComputedStyle(box).columnCount) || 1;
  return { columns, step: (box.clientWidth + gapOf(box)) / columns };
}

function gapOf(box: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(box).columnGap) || 0;
}
