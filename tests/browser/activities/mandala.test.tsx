import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as mandala from "../../../static/activities/mandala";
import { MOST, RINGS, rings, TURNS } from "../../../static/activities/mandala/rings";
import strings from "../../../static/activities/mandala.strings.json";
import { boardIsFetched } from "../../../static/lib/drawing/board_later";
import type { Mark } from "../../../static/lib/drawing/marks";
import { words } from "../../../static/lib/words";
import { examplesOf, Phone } from "./face";

const say = words(strings, "en");
const [first] = examplesOf("mandala");
const settings = first?.settings ?? {};
const dot: Mark = { ink: "black", stamp: "star", x: 500, y: 390, size: 200 };

before(boardIsFetched);

for (const turns of TURNS)
  test(`with ${turns} parts each place is told by the name on its button`, () => {
    const { list, nameOf } = rings(turns, say);

    assert.equal(list.length, 2 * RINGS.length + 1);
    for (const { says, at } of list) assert.equal(nameOf(at), says);
  });

test("the same ring is named all around, wherever in the circle a shape is", () => {
  const { nameOf } = rings(8, say);

  assert.equal(nameOf({ x: 720, y: 500 }), "ring 2, on the lines");
  assert.equal(nameOf({ x: 500, y: 720 }), nameOf({ x: 280, y: 500 }));
  assert.equal(nameOf({ x: 501, y: 499 }), "in the middle");
});

test("the number of parts is its maker's choice, and changes the marks that are there", () => {
  const ana = new Phone(mandala, settings);
  ana.answer = { marks: [dot], words: "", turns: 8 };
  ana.tap("12 parts", "How many parts");

  assert.deepEqual(ana.answer, { marks: [dot], words: "", turns: 12 });
  assert.match(ana.html, /Star, black, ring 1, on the lines\. Each mark is there 12 times/);
});

test("a tap on the chosen number keeps it, and nothing is an answer before the first mark", () => {
  const ana = new Phone(mandala, settings);
  ana.tap("8 parts", "How many parts");

  assert.equal(ana.answer, null);
  assert.match(ana.html, /aria-checked="true"[^>]*aria-label="8 parts"/);
});

test("words alone are an answer, with the number of parts", () => {
  const ana = new Phone(mandala, settings);
  ana.type("A ring of people.");

  assert.deepEqual(ana.answer, { marks: [], words: "A ring of people.", turns: 8 });
});

test("it is full before a slow phone would be", () => {
  const ana = new Phone(mandala, settings);
  ana.answer = { marks: Array(MOST.marks).fill(dot), words: "", turns: 8 };

  assert.match(ana.html, /The paper is full/);
});

test("what staff see is what its maker drew: turned, mirrored, on a round sheet", () => {
  assert.deepEqual(
    mandala.picture({ question: "?", turns: 8, mirrored: true }, { marks: [dot], words: "", turns: 6 }),
    {
      marks: [dot],
      turns: 6,
      mirrored: true,
      sheet: "round",
    },
  );
});
