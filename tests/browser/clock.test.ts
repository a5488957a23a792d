import assert from "node:assert/strict";
import { test } from "node:test";
import { Clock } from "../../static/lib/clock";

test("the offset is what the server's clock said in the middle of the ping", () => {
  const clock = new Clock();
  clock.heard(1000, 5100, 1200);

  assert.equal(clock.offset.value, 4000);
});

test("a slow ping does not spoil what a quick one taught", () => {
  const clock = new Clock();
  clock.heard(1000, 5010, 1020);
  clock.heard(2000, 9000, 2900);

  assert.equal(clock.offset.value, 4000);
});

test("after a long sleep any new ping is better than the old offset", () => {
  const clock = new Clock();
  clock.heard(1000, 5010, 1020);
  clock.heard(500_000, 500_150, 500_300);

  assert.equal(clock.offset.value, 0);
});

test("a device whose clock was set back in the middle of a ping learns nothing from it", () => {
  const clock = new Clock();
  clock.heard(5000, 9000, 1000);

  assert.equal(clock.offset.value, 0);
});
