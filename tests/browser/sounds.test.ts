import assert from "node:assert/strict";
import { test } from "node:test";
import { heardAt } from "../../static/lib/sounds/clock";
import { breaths, type Curve, chance, fillDrops, fillNoise, struck, swell } from "../../static/lib/sounds/loops";

const CURVES: Record<string, Curve> = {
  "a swell": swell(17, 0.05, 0.35, 6),
  "a breath": breaths(4, 6, 0.03, 0.34),
  "a bowl": struck(16, [0.4], 5.5, 0.09),
  "chimes that ring past the end": struck(24, [0.5, 23.9], 1.9, 0.03),
};

/** Most that neighbouring samples differ by, between the first and the last. */
function steepest({ seconds, at }: Curve, step: number): number {
  let most = 0;
  for (let place = 1; place < seconds / step; place++)
    most = Math.max(most, Math.abs(at(place * step) - at((place - 1) * step)));
  return most;
}

for (const [name, curve] of Object.entries(CURVES))
  test(`${name} ends as it began, without a seam`, () => {
    const STEP = 1 / 8000;
    const seam = Math.abs(curve.at(0) - curve.at(curve.seconds - STEP));

    assert.ok(seam <= 1.01 * steepest(curve, STEP), `${seam}`);
    assert.ok(seam < 0.005, `${seam}`);
  });

test("what is struck is touched softly and rings on past the end of its loop", () => {
  const { at } = struck(10, [0], 5, 0.1);

  assert.ok(at(0) > 0.1, "the last round still rings");
  assert.ok(at(0.05) < at(0.1));
  assert.ok(at(9) < at(1));
});

test("a breath is in at four seconds and out at ten", () => {
  const { at } = breaths(4, 6, 0, 1);

  assert.deepEqual([at(0), at(4), Math.round(at(7) * 100) / 100, at(10)], [0, 1, 0.5, 0]);
});

test("every device makes the same noise", () => {
  const [one, other] = [new Float32Array(100), new Float32Array(100)];
  fillNoise(one, 7);
  fillNoise(other, 7);

  assert.deepEqual(one, other);
  assert.notEqual(chance(7)(), chance(8)());
});

test("a drop that falls at the very end rings into the beginning", () => {
  const samples = new Float32Array(400);
  fillDrops(samples, 8000, { seed: 1, many: 40 });

  assert.ok(Math.abs((samples[399] ?? 0) - (samples[0] ?? 0)) < 1.5);
  assert.ok(samples.slice(0, 20).some((sample) => sample !== 0));
});

test("a slow loudspeaker begins earlier, so that all are heard at one moment", () => {
  const quick = { currentTime: 10, outputLatency: 0.01 };
  const slow = { currentTime: 10, outputLatency: 0.2 };

  assert.ok(Math.abs(heardAt(quick, 5000, 3000) - 11.99) < 1e-9);
  assert.ok(Math.abs(heardAt(slow, 5000, 3000) - 11.8) < 1e-9);
});

test("where the browser says what is heard now, that is what counts", () => {
  const stamped = {
    currentTime: 10,
    outputLatency: 0.5,
    getOutputTimestamp: () => ({ contextTime: 9.9, performanceTime: performance.now() }),
  };

  assert.ok(Math.abs(heardAt(stamped, 5000, 3000) - 11.9) < 0.005);
});
