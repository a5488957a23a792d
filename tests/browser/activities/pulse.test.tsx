import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as pulse from "../../../static/activities/pulse";
import { beatsAt, Taps, tempoAt, timeOf, whole } from "../../../static/activities/pulse/beat";
import { examplesOf, Phone, Tablet, wall } from "./face";

const [first] = examplesOf("pulse");
if (!first?.living) throw new Error("The examples of pulse have changed.");
const seen = (shared: object) => ({
  ...first,
  tally: null,
  living: { seats: ["seat-ana"], shared: { at: null, ...shared } },
});
const SLOWING = { from: 90, to: 60, minutes: 2 };
const TEMPOS = [SLOWING, { from: 60, to: 60, minutes: 1 }, { from: 40, to: 150, minutes: 5 }];

test("a beat falls when it should, by either way of reckoning", () => {
  for (const tempo of TEMPOS)
    for (let beat = 0; beat < whole(tempo); beat++)
      assert.ok(Math.abs(beatsAt(tempo, timeOf(tempo, beat)) - beat) < 1e-6, JSON.stringify(tempo));
  assert.equal(beatsAt(SLOWING, 60_000), 82.5);
  assert.equal(tempoAt(SLOWING, 60_000), 75);
});

test("no two beats are nearer than a third of a second", () => {
  for (const tempo of TEMPOS)
    for (let beat = 1; beat < whole(tempo); beat++)
      assert.ok(timeOf(tempo, beat) - timeOf(tempo, beat - 1) > 334, JSON.stringify(tempo));
});

test("what swells is moved, and never lightened or darkened", () => {
  const drawn = readFileSync("static/activities/pulse/beating.tsx", "utf8");
  const [swell = ""] = drawn.match(/SWELL: Keyframe\[\] = \[[^\]]*\]/) ?? [];

  assert.match(swell, /scale/);
  assert.doesNotMatch(swell, /opacity|color|background|filter/);
});

test("taps are told as one of three words for eight beats, once, and not where there are few", () => {
  const STEADY = { from: 60, to: 60, minutes: 2 };
  const after = (offs: number[]) => {
    const taps = new Taps(STEADY);
    offs.forEach((off, beat) => {
      taps.tap(1000 * (beat + off));
    });
    taps.tap(8010);
    return taps;
  };
  const steady = after([0.05, -0.05, 0.05, -0.1, 0.1, 0.05, 0, 0]);

  assert.equal(steady.over(0), "close");
  assert.equal(steady.over(0), null);
  assert.equal(after([0.15, 0.2, 0.15, 0.15]).over(0), "near");
  assert.equal(after([0.4, 0.1, 0.3, -0.4, 0.25]).over(0), "apart");
  assert.equal(after([0, 0, 0]).over(0), null);
});

test("a phone says that watching is fine, and what the group does, without a number", () => {
  const ana = new Phone(pulse, SLOWING, "en", { shared: { at: null, course: ["apart", "together"] }, own: null });

  assert.match(ana.html, /The group is together/);
  assert.match(new Phone(pulse, SLOWING, "es", null).html, /Pronto empieza un ritmo en silencio, de 90 a 60/);
});

test("staff start the beat, and see the course of the group in words", () => {
  const tablet = new Tablet(pulse, seen({ course: ["few", "apart", "closer", "together"] }));
  tablet.press("Start again");

  assert.deepEqual(tablet.leads, [{ do: "start" }]);
  assert.match(tablet.html, /At first apart, in the end together/);
});

test("the wall draws no course of rounds that told nothing", () => {
  assert.doesNotMatch(wall(pulse, seen({ course: ["few", "few", "closer"] })), /<rect/);
  assert.match(wall(pulse, seen({ course: ["few", "closer", "closer"] })), /<rect/);
});
