import assert from "node:assert/strict";
import { test } from "node:test";
import * as surf from "../../../static/activities/urge_surf";
import { line, momentsOf, placeAt, spotsOf } from "../../../static/activities/urge_surf/wave";
import { examplesOf, Phone, tablet, wall } from "./face";

const THREE = { minutes: 3, every: 30 };

test("a rating is due at the start, every half minute, and at the end", () => {
  assert.deepEqual(momentsOf(THREE), [0, 30, 60, 90, 120, 150, 180]);
  assert.equal(momentsOf({ minutes: 5, every: 60 }).length, 6);
});

test("each moment lasts until the next, and the last one lasts", () => {
  const at = (seconds: number) => placeAt(THREE, 1000 * seconds);

  assert.deepEqual([at(0), at(29.9), at(30), at(179), at(180), at(3600)], [0, 0, 1, 5, 6, 6]);
});

test("the line goes through what was said and never above it", () => {
  const spots = spotsOf([2, 8, 8, null, 1], 10, 320, 100);
  const heights = [...line(spots).matchAll(/-?\d+\.\d -?\d+\.\d/g)].map(([pair]) => Number(pair.split(" ")[1]));

  assert.deepEqual(
    spots.map(({ y }) => y),
    [80, 20, 20, 90],
  );
  assert.equal(Math.min(...heights), 20);
  assert.equal(Math.max(...heights), 90);
});

test("one rating is a dot and no line", () => {
  assert.equal(line(spotsOf([5, null, null], 10, 320, 100)), "M0.0 50.0");
});

test("a wave that came back is drawn, and its writer is told whose it is", () => {
  const [example] = examplesOf("urge_surf");
  assert.ok(example);
  const ana = new Phone(surf, example.settings);
  ana.answer = { wave: [4, 8, null, 3] };

  assert.match(ana.html, /aria-label="0:00: 4, 1:00: 8, 3:00: 3"/);
  assert.match(ana.html, /on this phone only/);
  assert.match(ana.html, />Start a new wave</);
});

test("nothing is asked before it is started", () => {
  const ana = new Phone(surf, { ...THREE, promise: "anonymous" });

  assert.match(ana.html, />Start</);
  assert.doesNotMatch(ana.html, /role="radio"|wave-line/);
});

test("below ten the group's wave has words and bands, and no number of the scale", () => {
  const few = examplesOf("urge_surf").find(({ tally }) => "curve" in tally && !("n" in tally));
  assert.ok(few);
  for (const html of [tablet(surf, few), wall(surf, few)]) {
    const marks = html.match(/wave-marks thirds.*?<\/div>/)?.[0] ?? "";
    assert.match(marks, /high.*middle.*low/);
    assert.doesNotMatch(marks.replace(/class="[^"]*"/g, ""), /\d/);
  }
  assert.match(wall(surf, few), /Most began in the middle\. Most ended low\./);
});

test("it is never said that few came down", () => {
  const stayed = examplesOf("urge_surf").find(({ tally }) => tally.fell === "fewer");
  assert.ok(stayed);

  assert.doesNotMatch(wall(surf, stayed), /lower at the end/);
});
