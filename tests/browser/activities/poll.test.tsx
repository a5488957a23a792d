import assert from "node:assert/strict";
import { test } from "node:test";
import * as poll from "../../../static/activities/poll";
import { examplesOf, Phone, wall } from "./face";

const examples = examplesOf("poll");

for (const { says, settings, answers } of examples)
  test(`each answer can be given with taps: ${says}`, () => {
    const options = settings.options as Record<string, string>;
    for (const answer of answers) {
      const ana = new Phone(poll, settings);

      // Backwards: the order of tapping must not show.
      for (const key of [...(answer as { chosen: string[] }).chosen].reverse()) ana.tap(options[key] ?? "");

      assert.deepEqual(ana.answer, answer);
    }
  });

test("with one to choose a second tap takes another one; on the same it takes it back", () => {
  const ben = new Phone(poll, examples[0]?.settings ?? {});

  ben.tap("A walk");
  ben.tap("A call");
  assert.deepEqual(ben.answer, { chosen: ["call"] });
  ben.tap("A call");

  assert.equal(ben.answer, null);
});

test("a result keeps the order of the question and says each number beside its bar", () => {
  const [{ settings, tally } = { settings: {}, tally: {} }] = examples;
  const html = wall(poll, { settings, tally });

  assert.match(html, /A walk.*2 of 3.*A call.*0 of 3.*Waiting.*1 of 3/);
});

test("below ten anonymous answers a result shows words and no count", () => {
  const spoken = examples.find(({ tally }) => "words" in tally);
  const html = wall(poll, { settings: spoken?.settings ?? {}, tally: spoken?.tally ?? {} });

  assert.match(html, /more than half.*half or fewer/);
  assert.doesNotMatch(html, />\d/);
});
