import assert from "node:assert/strict";
import { test } from "node:test";
import * as wordCloud from "../../../static/activities/word_cloud";
import { filled, slots } from "../../../static/activities/word_cloud/slots";
import { arranged } from "../../../static/lib/faces/cloud_order";
import { examplesOf, Phone, wall } from "./face";

for (const { says, settings, answers } of examplesOf("word_cloud"))
  test(`each answer can be typed: ${says}`, () => {
    for (const answer of answers) {
      const ana = new Phone(wordCloud, settings);

      // Each box is typed into with those before it drawn from the draft.
      (answer as { words: string[] }).words.forEach((word, place) => {
        ana.type(word, place);
      });

      assert.deepEqual(ana.answer, answer);
    }
  });

test("a word stays in the box where it was typed, with gaps before it", () => {
  assert.deepEqual(slots(["", "warm", ""], ["warm"], 3), ["", "warm", ""]);
});

test("words that come back from before fill the boxes from the first", () => {
  assert.deepEqual(slots([], ["warm", "light"], 3), ["warm", "light", ""]);
  assert.deepEqual(slots(["", "cold"], ["warm"], 2), ["warm", ""]);
});

test("empty boxes and words said twice are not sent", () => {
  assert.deepEqual(filled([" warm ", "", "Warm", "two  words"]), ["warm", "two words"]);
});

test("the cloud is the same whatever order the words came in", () => {
  const words = ["chest", "hands", "chest", "jaw", "Throat", "throat", "throat"];

  assert.deepEqual(arranged(words), arranged([...words].reverse()));
  assert.equal(arranged(words).length, 4);
});

test("the wall draws the approved words and nothing else", () => {
  assert.match(wall(wordCloud, { settings: { question: "Where?", words: 1 }, tally: null }), /<li[^>]*>warm<\/li>/);
});
