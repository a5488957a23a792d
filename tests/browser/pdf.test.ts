import assert from "node:assert/strict";
import { test } from "node:test";
import { pdfOf } from "../../static/lib/pdf";
import { onPages } from "../../static/lib/sheet_picture";

const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x0a, 0xff, 0xd9]);
const A4 = { picture: JPEG, width: 1080, height: 1527 };

/** Byte by byte, so that places in the text are places in the file. */
function text(file: Uint8Array): string {
  return Array.from(file, (byte) => String.fromCharCode(byte)).join("");
}

test("every object begins where the table at the end says", () => {
  const file = text(pdfOf([A4, A4]));
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
  const starts = [...file.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, start]) => Number(start));

  assert.ok(file.startsWith("%PDF-1."));
  assert.ok(file.slice(table).startsWith("xref\n0 9\n"));
  assert.equal(starts.length, 8);
  for (const [at, start] of starts.entries()) assert.ok(file.slice(start).startsWith(`${at + 1} 0 obj\n`));
});

test("each page holds its picture, as long as it says, on A4", () => {
  const file = text(pdfOf([A4]));

  assert.match(file, /\/Count 1 /);
  assert.match(file, /\/MediaBox \[0 0 595 841\]/);
  assert.match(file, /q 595 0 0 841 0 0 cm/);
  assert.ok(file.includes(`/Length ${JPEG.length} >>\nstream\n${text(JPEG)}\nendstream`));
});

test("it says nothing about whoever made it", () => {
  assert.doesNotMatch(text(pdfOf([A4])), /Info|Author|Title|Creat|Producer|Date|\/ID/);
});

test("lines go on to the next page, all of them and in their order", () => {
  const lines = Array.from({ length: 60 }, (_, at) => ({ text: `${at}`, size: 38, bold: false, above: 44 }));

  const pages = onPages(lines, 1527);

  assert.ok(pages.length > 2);
  assert.deepEqual(
    pages.flat().map(({ text }) => text),
    lines.map(({ text }) => text),
  );
  assert.ok(pages.every((page) => page[0]?.above === 0 && page.length > 1));
});

test("a line that is higher than a page has a page of its own", () => {
  const line = { text: "high", size: 2000, bold: false, above: 0 };

  assert.deepEqual(onPages([line, line], 1527), [[line], [line]]);
});
