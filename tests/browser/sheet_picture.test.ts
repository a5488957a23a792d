import assert from "node:assert/strict";
import { test } from "node:test";
import { linesOf, sheetOf } from "../../static/lib/sheet";
import { wrapped, written } from "../../static/lib/sheet_picture";

const SHEET = { title: "My card", parts: [{ head: "What helps", text: "A walk\nA call" }] };

test("a sheet is written with its title first and each heading above what stands under it", () => {
  assert.deepEqual(
    written(SHEET).map(({ text, bold }) => [text, bold]),
    [
      ["My card", true],
      ["What helps", true],
      ["A walk", false],
      ["A call", false],
    ],
  );
});

test("a line that is too wide goes on below, and no word is lost", () => {
  const wide = (text: string) => text.length;

  assert.deepEqual(wrapped("a walk round the block", 10, wide), ["a walk", "round the", "block"]);
  assert.deepEqual(wrapped("incomprehensibilities are one word", 10, wide), [
    "incomprehensibilities",
    "are one",
    "word",
  ]);
  assert.deepEqual(wrapped("", 10, wide), [""]);
});

test("plain lines become a sheet, and a sheet plain lines", () => {
  assert.deepEqual(linesOf(SHEET), ["My card", "", "What helps", "A walk", "A call"]);
  assert.deepEqual(sheetOf(["Question", "An answer", "more"]), {
    title: "Question",
    parts: [{ head: "", text: "An answer\nmore" }],
  });
});
