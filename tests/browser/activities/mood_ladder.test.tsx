import assert from "node:assert/strict";
import { test } from "node:test";
import * as moodLadder from "../../../static/activities/mood_ladder";
import { examplesOf, Phone, tablet, wall } from "./face";

const [asked, ready] = examplesOf("mood_ladder");

test("each answer can be typed, with a step left empty between two others", () => {
  const ana = new Phone(moodLadder, asked?.settings ?? {});

  for (const [place, text] of [
    [0, "restless"],
    [1, "An old slow one"],
    [3, "The one we sang"],
    [4, "calm"],
  ] as const)
    ana.type(text, place);

  assert.deepEqual(ana.answer, asked?.answers[0]);
});

test("what is emptied again is nothing", () => {
  const ben = new Phone(moodLadder, asked?.settings ?? {});
  ben.type("One", 2);
  ben.type("heavy", 0);

  ben.type(" ", 0);
  assert.deepEqual(ben.answer, { titles: ["", "One", ""] });
  ben.type("", 2);

  assert.equal(ben.answer, null);
});

test("without a question of its own it asks the ready one, in the language of the phone", () => {
  assert.match(new Phone(moodLadder, ready?.settings ?? {}).html, /A path of songs/);
  assert.match(new Phone(moodLadder, ready?.settings ?? {}, "es").html, /Un camino de canciones/);
});

test("a path that is saved reads as a path, and the tablet never shows one", () => {
  assert.deepEqual(moodLadder.lines({ steps: 3 }, { now: "heavy", titles: ["", "Slow", ""], hoped: "calm" }), [
    "A path of songs, from how it is to how it could be",
    "How it is now: heavy",
    "2. Slow",
    "How it could be: calm",
  ]);
  assert.doesNotMatch(tablet(moodLadder, { settings: asked?.settings ?? {}, tally: { n: 2 } }), /slow one/);
});

test("a path that is shown before its words are keeps its steps on the wall", () => {
  const settings = asked?.settings ?? {};

  assert.equal(wall(moodLadder, { settings, tally: { n: 2 } }), wall(moodLadder, { settings, tally: null }));
});
