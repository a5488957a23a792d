import assert from "node:assert/strict";
import { test } from "node:test";
import * as scale from "../../../static/activities/scale";
import { layout, rangeOf } from "../../../static/lib/faces/scale";
import { examplesOf, Phone, tablet, wall } from "./face";

function pointLabelled(settings: Record<string, unknown>, value: number): string {
  const text = (settings.labels as Record<string, string>)[value];
  const point = String(value).replace("-", "−");
  return text === undefined ? point : `${point}, ${text}`;
}

for (const { says, settings, answers } of examplesOf("scale"))
  test(`each answer can be given with a tap: ${says}`, () => {
    for (const answer of answers) {
      const ana = new Phone(scale, settings);

      ana.tap(pointLabelled(settings, (answer as { value: number }).value));

      assert.deepEqual(ana.answer, answer);
    }
  });

const [first] = examplesOf("scale");
const settings = first?.settings ?? {};

test("nothing is preset, and a second tap takes the answer back", () => {
  const ana = new Phone(scale, settings);
  assert.doesNotMatch(ana.html, /aria-checked="true"/);

  ana.tap("7");
  assert.deepEqual(ana.answer, { value: 7 });
  ana.tap("7");

  assert.equal(ana.answer, null);
});

test("on the narrowest phone a scale from 0 to 10 is a wide 0, then fives", () => {
  assert.deepEqual(layout({ from: 0, to: 10, labels: {} }), { columns: 5, wideZero: true });
  assert.deepEqual(layout({ from: -3, to: 3, labels: {} }), { columns: 3, wideZero: true });
  assert.deepEqual(layout({ from: 1, to: 5, labels: {} }), { columns: 5, wideZero: false });
  assert.deepEqual(layout({ from: 1, to: 7, labels: {} }), { columns: 4, wideZero: false });
  for (let to = 1; to <= 10; to++) assert.ok(layout({ from: 0, to, labels: {} }).columns <= 5);
});

test("the thirds are those that the tally means", () => {
  assert.deepEqual(rangeOf({ from: 0, to: 10, labels: {} }, "low"), { from: 0, to: 3 });
  assert.deepEqual(rangeOf({ from: 0, to: 10, labels: {} }, "middle"), { from: 4, to: 6 });
  assert.deepEqual(rangeOf({ from: 0, to: 10, labels: {} }, "high"), { from: 7, to: 10 });
});

test("below ten anonymous answers the wall speaks in words and shows no number of people", () => {
  const html = wall(scale, { settings, tally: { words: "most_high" } });

  assert.match(html, /Most are high/);
  assert.doesNotMatch(html, /class="count"|answers/);
});

test("the tablet says how many answered and where the middle lies", () => {
  assert.match(tablet(scale, { settings, tally: first?.tally ?? {} }), /2 answers · middle 5\.5/);
  assert.match(tablet(scale, { settings, tally: { too_few: true } }), /Too few/);
});

test("after an exercise the tablet shows what the group said before it, and judges nothing", () => {
  const tally = { words: "most_low" };
  const drawn = tablet(scale, { settings, tally, before: { words: "most_high" } });
  const few = tablet(scale, { settings, tally, before: { too_few: true } }, "es");

  assert.match(drawn, /Before<\/h3>.*Most are high.*After<\/h3>.*Most are low/);
  assert.doesNotMatch(drawn, /better|worse|risk/i);
  assert.match(few, /Antes<\/h3><p class="hint">No se preguntó antes/);
  assert.doesNotMatch(tablet(scale, { settings, tally }), /Before/);
});
