import assert from "node:assert/strict";
import { test } from "node:test";
import * as freeText from "../../../static/activities/free_text";
import { examplesOf, Phone, tablet } from "./face";

const examples = examplesOf("free_text");

for (const { says, settings, answers } of examples)
  test(`each answer can be written: ${says}`, () => {
    for (const answer of answers) {
      const ana = new Phone(freeText, settings);

      ana.type((answer as { text: string }).text);

      assert.deepEqual(ana.answer, answer);
    }
  });

test("spaces alone are nothing to send", () => {
  const ana = new Phone(freeText, { question: "What helps?", most: 60 });

  ana.type(" \n ");

  assert.equal(ana.answer, null);
});

test("the counter is silent until few letters are left, and no letter beyond the last can be typed", () => {
  const ana = new Phone(freeText, { question: "What helps?", most: 100 });
  ana.type("x".repeat(50));
  assert.doesNotMatch(ana.html, /left</);

  ana.type("x".repeat(99));

  assert.match(ana.html, /1 letter left/);
  assert.match(ana.html, /maxlength="100"/i);
});

test("the tablet says how many wrote and never what", () => {
  const [{ settings, tally } = { settings: {}, tally: {} }] = examples;

  assert.match(tablet(freeText, { settings, tally }), /2 people wrote/);
});
