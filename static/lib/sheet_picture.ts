/** A private answer as a picture or as pages that its writer keeps: drawn on this phone, on white, in letters that print well. */
import { type Page, pdfOf } from "./pdf";
import type { Sheet } from "./sheet";

const WIDTH = 1080;
/** As high as A4 is, at this width. */
const PAGE = 1527;
const EDGE = 72;
const FAMILY = "system-ui, sans-serif";

export interface Line {
  text: string;
  size: number;
  bold: boolean;
  above: number;
}

/** The lines of a sheet with their sizes, in the order in which they are read. */
export function written({ title, parts }: Sheet): Line[] {
  return [
    { text: title, size: 52, bold: true, above: 0 },
    ...parts.flatMap(({ head, text }) => [
      ...(head ? [{ text: head, size: 34, bold: true, above: 44 }] : []),
      ...text.split("\n").map((line, at) => ({ text: line, size: 38, bold: false, above: head || at ? 12 : 44 })),
    ]),
  ];
}

/** Breaks a text where `wide` says it is too wide; a single word that is too wide stays whole. */
export function wrapped(text: string, most: number, wide: (text: string) => number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1] ?? "";
    const longer = last ? `${last} ${word}` : word;
    if (last && wide(longer) > most) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** A PNG of the sheet; null where this browser cannot draw one. */
export async function pictureOf(sheet: Sheet): Promise<Blob | null> {
  const lines = laidOut(sheet);
  return lines.length ? await fileOf(drawn(lines, heightOf(lines)), "image/png") : null;
}

/** The sheet on pages of A4 as a PDF; null where this browser cannot draw one. */
export async function pagesOf(sheet: Sheet): Promise<Blob | null> {
  const made = await Promise.all(onPages(laidOut(sheet), PAGE).map(pageOf));
  const pages = made.filter((page) => page !== null);
  return pages.length && pages.length === made.length ? new Blob([pdfOf(pages)], { type: "application/pdf" }) : null;
}

async function pageOf(lines: readonly Line[]): Promise<Page | null> {
  const file = await fileOf(drawn(lines, PAGE), "image/jpeg");
  return file && { picture: new Uint8Array(await file.arrayBuffer()), width: WIDTH, height: PAGE };
}

/** As many lines on each page as it holds. What stands above the first of a page is left out. */
export function onPages(lines: readonly Line[], high: number): Line[][] {
  const pages: Line[][] = [];
  for (const line of lines) {
    const page = pages.at(-1);
    if (page && heightOf([...page, line]) <= high) page.push(line);
    else pages.push([{ ...line, above: 0 }]);
  }
  return pages;
}

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((high, { size, above }) => high + above + size * 1.4, 2 * EDGE);
}

/** Every line broken where it is too wide; none where this browser cannot draw. */
function laidOut(sheet: Sheet): Line[] {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) return [];
  return written(sheet).flatMap((line) => {
    pen.font = fontOf(line);
    const broken = wrapped(line.text, WIDTH - 2 * EDGE, (text) => pen.measureText(text).width);
    return broken.map((text, at) => ({ ...line, text, above: at ? 0 : line.above }));
  });
}

function drawn(lines: readonly Line[], high: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = high;
  const pen = canvas.getContext("2d");
  if (!pen) return canvas;
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, WIDTH, high);
  pen.fillStyle = "#1d1710";
  pen.textBaseline = "top";
  let top = EDGE;
  for (const line of lines) {
    top += line.above;
    pen.font = fontOf(line);
    pen.fillText(line.text, EDGE, top);
    top += line.size * 1.4;
  }
  return canvas;
}

function fileOf(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, 0.9));
}

function fontOf({ size, bold }: Pick<Line, "size" | "bold">): string {
  return `${bold ? 600 : 400} ${size}px ${FAMILY}`;
}
