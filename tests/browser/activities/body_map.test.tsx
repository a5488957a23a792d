import assert from "node:assert/strict";
import { test } from "node:test";
import * as bodyMap from "../../../static/activities/body_map";
import { heatOf } from "../../../static/activities/body_map/heat";
import { darkness, marked, toggled } from "../../../static/activities/body_map/marks";
import { examplesOf, Phone, wall } from "./face";

const examples = examplesOf("body_map");
const [named] = examples;
const settings = named?.settings ?? {};
const QUESTION = "Where do you feel the urge?";

test("body and weather are two equal ways, and neither is preset", () => {
  const { html } = new Phone(bodyMap, settings);

  assert.match(html, /aria-checked="false"[^>]*>Mark a body.*aria-checked="false"[^>]*>Choose weather/);
  assert.doesNotMatch(html, /<svg/);
});

test("the list holds what the drawing holds: a tap there marks and a second one takes back", () => {
  const ana = new Phone(bodyMap, settings);
  ana.answer = { places: { chest: "strong" } };

  ana.tap("Hands", QUESTION);
  assert.deepEqual(ana.answer, { places: { chest: "strong", hands: "felt" } });
  ana.tap("Chest", QUESTION);
  assert.deepEqual(ana.answer, { places: { hands: "felt" } });
  ana.tap("Hands", QUESTION);

  assert.equal(ana.answer, null);
});

test("how strong it is can be said for each place, and taken back", () => {
  const ben = new Phone(bodyMap, settings);
  ben.answer = { places: { chest: "felt" } };

  ben.tap("Strong", "How strong: Chest");
  assert.deepEqual(ben.answer, { places: { chest: "strong" } });
  ben.tap("Strong", "How strong: Chest");

  assert.deepEqual(ben.answer, { places: { chest: "felt" } });
});

test("where strength is not asked for it is not asked", () => {
  const ana = new Phone(bodyMap, { ...settings, strength: false });
  ana.answer = { places: { chest: "felt" } };

  assert.doesNotMatch(ana.html, /How strong/);
});

test("the other way puts away what was marked on the first", () => {
  const ana = new Phone(bodyMap, settings);
  ana.answer = { places: { chest: "felt" } };

  ana.tap("Choose weather", "How would you like to show it?");

  assert.equal(ana.answer, null);
});

test("a third weather is not taken", () => {
  const ben = new Phone(bodyMap, settings);
  ben.answer = { weather: ["fog"] };

  ben.tap("Sun", QUESTION);
  assert.deepEqual(ben.answer, { weather: ["sun", "fog"] });
  ben.tap("Snow", QUESTION);

  assert.deepEqual(ben.answer, { weather: ["sun", "fog"] });
});

test("marks stand in the order of the body, whatever the order of tapping", () => {
  assert.deepEqual(Object.keys(marked({}, ["feet", "head"])), ["head", "feet"]);
  assert.deepEqual(Object.keys(toggled({ feet: "light" }, "head")), ["head", "feet"]);
  assert.deepEqual(["light", "medium", "felt", "strong", undefined].map(darkness), [1, 2, 3, 4, 0]);
});

test("the wall says each place with its number, and below ten only what more than half marked", () => {
  const [many, few] = [examples[4], examples[3]];
  assert.match(
    wall(bodyMap, { settings, tally: many?.tally ?? {} }),
    /Chest<\/b> <span>6 of 10.*Fog<\/b> <span>2 of 10/,
  );
  const words = wall(bodyMap, { settings, tally: few?.tally ?? {} });

  assert.match(words, /Chest<\/b> <span>more than half/);
  assert.doesNotMatch(words, />\d|Hands|Fog/);
  assert.equal(heatOf({ words: { chest: "most", hands: "fewer" } }, "hands"), 0);
});

test("there is nothing to tap between belly and legs", () => {
  const ana = new Phone(bodyMap, settings);
  ana.answer = { places: { chest: "felt" } };

  assert.equal(ana.html.match(/<path class="still"/g)?.length, 2);
  assert.equal(ana.html.match(/<path class="heat-/g)?.length, 11);
});
