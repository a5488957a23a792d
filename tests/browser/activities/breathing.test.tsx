import assert from "node:assert/strict";
import { test } from "node:test";
import * as breathing from "../../../static/activities/breathing";
import { breath, counted, keyframes, momentAt, type Pace, paceOf } from "../../../static/activities/breathing/pace";
import { examplesOf, Phone, tablet, wall } from "./face";

const CALM = { in: 4, out: 6, hold: 0, rest: 0 };

const phases = (pace: Pace) =>
  Array.from({ length: breath(pace) / 1000 }, (_, second) => momentAt(pace, second * 1000).phase).join(" ");

test("a breath goes in, then out for longer, and rests only where a module asks", () => {
  assert.equal(phases(CALM), "in in in in out out out out out out");
  assert.equal(phases({ in: 2, out: 3, hold: 1, rest: 0 }), "in in hold out out out");
});

test("a box has four sides of one length, and only for somebody who chose it", () => {
  const module = { in: 2, out: 6, hold: 0 };

  assert.equal(phases(paceOf(module, true)), "in in hold hold out out rest rest");
  assert.equal(phases(paceOf(module, false)), "in in out out out out out out");
});

test("seconds are counted as people count them, and each says when the next begins", () => {
  assert.deepEqual(momentAt(CALM, 4300), { phase: "out", second: 1, next: 700, breath: 0 });
  assert.deepEqual(momentAt(CALM, 10_000), { phase: "in", second: 1, next: 1000, breath: 1 });
});

test("two devices that know the same time breathe together, whenever they began", () => {
  const now = 1_762_000_123_456;
  const together = ({ phase, second, next }: ReturnType<typeof momentAt>) => [phase, second, next];

  assert.deepEqual(together(momentAt(CALM, now)), together(momentAt(CALM, now + 7 * breath(CALM))));
});

test("breaths are counted from one to ten, and then from one again", () => {
  const numbers = Array.from({ length: 12 }, (_, turn) => counted(momentAt(CALM, (40 + turn) * breath(CALM)), 40));

  assert.deepEqual(numbers, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 2]);
});

test("the ring is largest when the air is in", () => {
  const grown = keyframes(CALM).filter(({ transform }) => transform === "scale(1)");

  assert.deepEqual(
    grown.map(({ offset }) => offset),
    [0.4, 0.4],
  );
});

for (const { says, settings } of examplesOf("breathing"))
  test(`nothing moves before it is started, the feet are always there, and nothing can be sent: ${says}`, () => {
    const ana = new Phone(breathing, settings);

    assert.match(ana.html, /at-rest/);
    assert.match(ana.html, />Start</);
    assert.match(ana.html, />Feet on the floor</);
    assert.doesNotMatch(ana.html, /<input|<textarea/);
    assert.equal(ana.answer, null);
  });

test("a box is offered on the phone, is not what happens by itself, and never stands on the wall", () => {
  const settings = { in: 4, out: 6, hold: 0, minutes: 2, style: "box" };
  const ana = new Phone(breathing, settings).html;

  assert.match(ana, /aria-checked="true"[^>]*>A longer breath out/);
  assert.match(ana, /aria-checked="false"[^>]*>A box/);
  assert.match(ana, /In 4 · Out 6/);
  assert.doesNotMatch(wall(breathing, { settings, tally: null }), /\b[Bb]ox\b|\bRest\b/);
  assert.match(tablet(breathing, { settings, tally: null }), /panic/);
});

test("a session that began before there were styles still breathes", () => {
  assert.doesNotMatch(new Phone(breathing, { in: 4, out: 6, hold: 0, minutes: 2 }).html, /radio/);
});
