import assert from "node:assert/strict";
import { test } from "node:test";
import { pagesOf, readingTime } from "../../../static/display/paging";

const card = (letters: number) => ({ text: "x".repeat(letters) });

test("short cards stand four on a page", () => {
  const pages = pagesOf(Array.from({ length: 9 }, () => card(40)));

  assert.deepEqual(
    pages.map((page) => page.length),
    [4, 4, 1],
  );
});

test("a long card has a page to itself, and no card is lost or moved", () => {
  const cards = [card(40), card(140), card(900), card(140), card(140)];
  const pages = pagesOf(cards);

  assert.deepEqual(
    pages.map((page) => page.length),
    [2, 1, 2],
  );
  assert.deepEqual(pages.flat(), cards);
});

test("what a card answers takes room as well", () => {
  const pages = pagesOf(Array.from({ length: 4 }, () => ({ ...card(60), which: "y".repeat(60) })));

  assert.deepEqual(
    pages.map((page) => page.length),
    [2, 2],
  );
});

test("a page stays long enough to be read", () => {
  assert.equal(readingTime([card(10)]), 12_000);
  assert.ok(readingTime([card(900)]) > 60_000);
});
