/** A private answer as a picture that its writer keeps: drawn on this phone, on white, in letters that print well. */
import type { Sheet } from "./sheet";

const WIDTH = 1080;
const EDGE = 72;
const FAMILY = "system-ui, sans-serif";

interface Written {
  text: string;
  size: number;
  bold: boolean;
  above: number;
}

/** The lines of a sheet with their sizes, in the order in which they are read. */
export function written({ title, parts }: Sheet): Written[] {
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
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  const lines = written(sheet).flatMap((line) => {
    pen.font = fontOf(line);
    const broken = wrapped(line.text, WIDTH - 2 * EDGE, (text) => pen.measureText(text).width);
    return broken.map((text, at) => ({ ...line, text, above: at ? 0 : line.above }));
  });
  canvas.width = WIDTH;
  canvas.height = lines.reduce((high, { size, above }) => high + above + size * 1.4, 2 * EDGE);
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = "#1d1710";
  pen.textBaseline = "top";
  let top = EDGE;
  for (const line of lines) {
    top += line.above;
    pen.font = fontOf(line);
    pen.fillText(line.text, EDGE, top);
    top += line.size * 1.4;
  }
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

function fontOf({ size, bold }: Pick<Written, "size" | "bold">): string {
  return `${bold ? 600 : 400} ${size}px ${FAMILY}`;
}
