/** What is worked out of a finger on the paper, and which pictures a screen asks for and forgets. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { described } from "../../static/lib/drawing/described";
import strings from "../../static/lib/drawing/drawing.strings.json";
import { Hand } from "../../static/lib/drawing/hand";
import {
  isFull,
  type Mark,
  middleOf,
  nudged,
  PLACES,
  type Point,
  placeOf,
  pressOf,
  simplified,
} from "../../static/lib/drawing/marks";
import { INKS, MARKS_MOST, POINTS_MOST, SIDE, STAMPS } from "../../static/lib/drawing/palette";
import { Pictures } from "../../static/lib/drawing/pictures";
import { words } from "../../static/lib/words";

const PAPER = { left: 10, top: 20, width: 300, height: 300 };
const stroke = (...line: number[]): Mark => ({ ink: "red", pen: "fine", line });
const star: Mark = { ink: "blue", stamp: "star", x: 100, y: 100, size: 200 };

function touch(x: number, y: number, more: Partial<PointerEvent> = {}) {
  return { pointerId: 1, pointerType: "touch", pressure: 0, clientX: x, clientY: y, timeStamp: 0, ...more };
}

test("a stroke is in the places of the paper, wherever that is on the screen", () => {
  const hand = new Hand();
  hand.down(touch(10, 20), PAPER);
  hand.move(touch(160, 170, { timeStamp: 100 }), PAPER);
  hand.move(touch(900, 170, { timeStamp: 200 }), PAPER);

  assert.deepEqual(
    hand.points.map(([x, y]) => [x, y]),
    [
      [0, 0],
      [500, 500],
      [SIDE, 500],
    ],
  );
});

test("a second finger and the heel of a hand draw nothing while another draws", () => {
  const hand = new Hand();
  assert.equal(hand.down(touch(50, 50, { pointerId: 7, pointerType: "pen" }), PAPER), true);
  assert.equal(hand.down(touch(200, 200), PAPER), false);
  assert.equal(hand.move(touch(220, 220), PAPER), false);
  assert.equal(hand.up(touch(220, 220)), null);
  assert.equal(hand.up(touch(50, 50, { pointerId: 7 }))?.length, 3);
});

test("a touch that the system took for itself leaves no stroke", () => {
  const hand = new Hand();
  hand.down(touch(50, 50), PAPER);
  hand.move(touch(90, 90), PAPER);
  hand.away(touch(90, 90));

  assert.deepEqual([hand.points, hand.isDown], [[], false]);
});

test("a stylus says how hard it presses, and a finger presses harder where it goes slowly", () => {
  assert.deepEqual(
    [0.02, 0.5, 1].map((pressure) => pressOf("pen", pressure, 500, 1)),
    [1, 5, 9],
  );
  assert.ok(pressOf("touch", 0, 2, 16) > pressOf("touch", 0, 60, 16));
  for (const far of [0, 10, 1e6]) assert.ok(pressOf("touch", 0, far, 0) >= 3 && pressOf("touch", 0, far, 16) <= 7);
});

test("a slow straight line is two points, and a corner stays a corner", () => {
  const straight = Array.from({ length: 400 }, (_, at): Point => [at, 2 * at, 5]);
  const corner: Point[] = [...straight, ...straight.map(([x, y]): Point => [399 - x, y, 5])];

  assert.deepEqual(simplified(straight), [straight[0], straight[399]]);
  assert.ok(simplified(corner).some(([x, y]) => x === 399 && y === 798));
  assert.ok(simplified(corner).length < 6);
});

test("a change of press is kept though the line is straight", () => {
  const pressed = Array.from({ length: 50 }, (_, at): Point => [10 * at, 0, at < 25 ? 3 : 7]);

  assert.ok(simplified(pressed).length >= 4);
});

test("the paper is full before it would be too large to send", () => {
  const dense = Array.from({ length: 40 }, () =>
    stroke(
      ...Array(POINTS_MOST / 40)
        .fill([999, 999, 9])
        .flat(),
    ),
  );

  assert.equal(isFull(dense.slice(1)), false);
  assert.equal(isFull(dense), true);
  assert.equal(isFull(Array(MARKS_MOST).fill(star)), true);
  assert.ok(JSON.stringify(dense).length < 56_000);
});

test("each place of the paper has its name, and moving a shape stops at the edge", () => {
  for (const place of PLACES) assert.equal(placeOf(middleOf(place)), place);
  assert.deepEqual(nudged([star], -500, 40), [{ ...star, x: 0, y: 140 }]);
  assert.deepEqual(nudged([star, stroke(1, 1, 5)], 40, 0), [star, stroke(1, 1, 5)]);
});

test("a picture is told in words: shapes by name, colour and place, lines by their number", () => {
  const say = words(strings, "en");
  assert.equal(described([], say), "Your paper. It is empty.");
  assert.equal(described([stroke(1, 1, 5), star], say), "Your picture: Star, blue, top left; 1 line.");
  assert.match(described(Array(7).fill(star), words(strings, "es")), /Estrella, azul, arriba.*y 3 más/);
});

test("every colour, pen, shape and place has its word in both languages", () => {
  const { en, es } = JSON.parse(readFileSync("static/lib/drawing/drawing.strings.json", "utf8"));
  const keys = [...Object.keys(INKS).map((ink) => `ink.${ink}`), ...Object.keys(STAMPS).map((name) => `stamp.${name}`)];

  assert.deepEqual(Object.keys(es), Object.keys(en));
  for (const key of [...keys, ...PLACES.map((place) => `place.${place}`)]) assert.ok(en[key] && es[key], key);
});

test("pictures are asked for one after another", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const asked: string[] = [];
  const pictures = new Pictures((id) => asked.push(id));
  pictures.only(["one", "two"]);
  pictures.only(["one", "two"]);
  assert.deepEqual(asked, ["one"]);

  pictures.heard({ id: "one", marks: [star] });
  assert.deepEqual(asked, ["one", "two"]);
  assert.deepEqual(pictures.find("one"), { marks: [star] });
});

test("a picture that no view names any more is forgotten, and one that comes too late is not taken", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const pictures = new Pictures(() => {});
  pictures.only(["one", "two"]);
  pictures.heard({ id: "one", marks: [star] });
  pictures.only(["three"]);
  pictures.heard({ id: "two", marks: [star] });

  assert.deepEqual([pictures.find("one"), pictures.find("two")], [null, null]);
});

test("a picture that did not come is asked for again", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const asked: string[] = [];
  new Pictures((id) => asked.push(id)).only(["one"]);
  t.mock.timers.tick(4000);

  assert.deepEqual(asked, ["one", "one"]);
});
