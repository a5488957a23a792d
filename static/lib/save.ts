/** Saves what somebody takes along, on this device alone. The file's name tells a passer-by nothing. */
import { linesOf, type Sheet } from "./sheet";
import { pagesOf, pictureOf } from "./sheet_picture";

export function saveAsText(sheet: Sheet): void {
  save(new Blob([`${linesOf(sheet).join("\n")}\n`], { type: "text/plain;charset=utf-8" }), "notes.txt");
}

export async function saveAsPicture(sheet: Sheet): Promise<void> {
  const picture = await pictureOf(sheet);
  if (picture) save(picture, "notes.png");
}

export async function saveAsPdf(sheet: Sheet): Promise<void> {
  const pages = await pagesOf(sheet);
  if (pages) save(pages, "notes.pdf");
}

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
