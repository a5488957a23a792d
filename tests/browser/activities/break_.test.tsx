import assert from "node:assert/strict";
import { test } from "node:test";
import * as pause from "../../../static/activities/break_";
import { leftAt, longer } from "../../../static/activities/break_/clock";
import { examplesOf, Phone, Tablet, wall } from "./face";

const [begun, ended] = examplesOf("break_");
if (!begun?.living || !ended?.living) throw new Error("The examples of the break have changed.");
const first = { ...begun, living: begun.living };
const over = { ...ended, living: ended.living };
const MINUTE = 60_000;

test("minutes are counted down whole, and the next look is due when one is gone", () => {
  assert.deepEqual(leftAt(0, 10, 0), { minutes: 10, share: 1, next: MINUTE });
  assert.deepEqual(leftAt(0, 10, 90_000), { minutes: 9, share: 0.85, next: 30_000 });
  assert.deepEqual(leftAt(0, 10, 10 * MINUTE), { minutes: 0, share: 0, next: 0 });
});

test("a clock that is behind the room's shows no more than the whole break", () => {
  assert.equal(leftAt(5_000, 10, 0).minutes, 10);
});

test("more minutes come on top, and from now once the time was up", () => {
  assert.equal(longer(0, 10, 5, 3 * MINUTE), 15);
  assert.equal(longer(0, 10, 5, 12 * MINUTE + 1), 18);
});

test("a phone says when we start again, and offers things to do without asking for any", () => {
  const ana = new Phone(pause, first.settings, "en", { shared: { minutes: 10, over: false }, own: {} });

  assert.match(ana.html, /Drink some water/);
  assert.doesNotMatch(ana.html, /<button|<input|<textarea/);
});

test("staff start again early and take that back", () => {
  const tablet = new Tablet(pause, first);
  tablet.press("Start again now");
  const after = new Tablet(pause, over);
  after.press("Go on with the break");

  assert.deepEqual([...tablet.leads, ...after.leads], [{ do: "over" }, { do: "go_on" }]);
});

test("the wall says that we start again, and a wall out of contact still tells how long", () => {
  assert.match(wall(pause, over), /We start again now\./);
  assert.match(wall(pause, { settings: first.settings, tally: null }), /10<\/b> minutes/);
});
