import assert from "node:assert/strict";
import { test } from "node:test";
import * as breathing from "../../../static/activities/breathing";
import { breath, keyframes, momentAt } from "../../../static/activities/breathing/pace";
import { examplesOf, Phone } from "./face";

const CALM = { in: 4, out: 6, hold: 0 };

test("a breath goes in, then out for longer, and rests only where a module asks", () => {
  const phases = (pace: typeof CALM) =>
    Array.from({ length: breath(pace) / 1000 }, (_, second) => momentAt(pace, second * 1000).phase).join(" ");

  assert.equal(phases(CALM), "in in in in out out out out out out");
  assert.equal(phases({ in: 2, out: 3, hold: 1 }), "in in hold out out out");
});

test("seconds are counted as people count them, and each says when the next begins", () => {
  assert.deepEqual(momentAt(CALM, 4300), { phase: "out", second: 1, next: 700 });
  assert.deepEqual(momentAt(CALM, 10_000), { phase: "in", second: 1, next: 1000 });
});

test("two devices that know the same time breathe together, whenever they began", () => {
  const now = 1_762_000_123_456;

  assert.deepEqual(momentAt(CALM, now), momentAt(CALM, now + 7 * breath(CALM)));
});

test("the ring is largest when the air is in", () => {
  const grown = keyframes(CALM).filter(({ transform }) => transform === "scale(1)");

  assert.deepEqual(
    grown.map(({ offset }) => offset),
    [0.4, 0.4],
  );
});

for (const { says, settings } of examplesOf("breathing"))
  test(`nothing moves before it is started, and nothing can be sent: ${says}`, () => {
    const ana = new Phone(breathing, settings);

    assert.match(ana.html, /at-rest/);
    assert.match(ana.html, />Start</);
    assert.doesNotMatch(ana.html, /<input|<textarea|role="radio"/);
    assert.equal(ana.answer, null);
  });
