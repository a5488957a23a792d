import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as bridge from "../../../static/activities/bridge";
import type { Bridge, Settings } from "../../../static/activities/bridge/markers";
import { boardIsFetched } from "../../../static/lib/drawing/board_later";
import { GROUNDS } from "../../../static/lib/drawing/grounds";
import { examplesOf, Phone } from "./face";

const [first] = examplesOf("bridge");
const settings = (first?.settings ?? {}) as Settings & Record<string, unknown>;
const line = { ink: "orange", pen: "fine", line: [470, 300, 4, 500, 280, 5] } as const;
const now = { x: 480, y: 450, word: "trying" };

before(boardIsFetched);

test("a marker is set down by a button, told in words, moved, and taken away", () => {
  const ana = new Phone(bridge, settings);
  ana.press("middle");
  assert.deepEqual(ana.answer, { marks: [], words: "", was: { x: 500, y: 500, word: "" } });
  assert.match(ana.html, /A bridge over water\. I was here: middle/);

  ana.press("Left");
  assert.deepEqual(ana.answer, { marks: [], words: "", was: { x: 460, y: 500, word: "" } });
  ana.press("Take this marker away");
  assert.equal(ana.answer, null);
});

test("a word goes with its marker, and stays with it when it is moved", () => {
  const ana = new Phone(bridge, settings);
  ana.press("left");
  ana.type("alone");
  ana.press("low right".replace("low", "bottom"));

  assert.deepEqual(ana.answer, { marks: [], words: "", was: { x: 833, y: 833, word: "alone" } });
  assert.match(ana.html, /I was here: bottom right, “alone”/);
});

test("a picture is ours below theirs and the markers on top, as the server draws it", () => {
  const { marks, tags } = bridge.picture(settings, { marks: [{ ...line, line: [...line.line] }], words: "", now });

  assert.deepEqual(marks, [
    ...(GROUNDS.bridge ?? []),
    line,
    { ink: "paper", stamp: "dot", x: 480, y: 450, size: 120 },
    { ink: "red", stamp: "star", x: 480, y: 450, size: 80 },
  ]);
  assert.deepEqual(tags, [{ x: 480, y: 450, text: "trying" }]);
});

test("it is told in plain lines, each marker by its name", () => {
  const told: Bridge = { marks: [], words: "", now, was: { x: 1, y: 1, word: "" } };

  assert.deepEqual(bridge.lines(settings, told).slice(1), ["I was here: ✓", "I am here now: trying"]);
});
