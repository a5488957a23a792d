import assert from "node:assert/strict";
import { test } from "node:test";
import * as ranking from "../../../static/activities/ranking";
import { moved, placeAt, unplaced } from "../../../static/activities/ranking/order";
import { examplesOf, Phone, wall } from "./face";

const [{ settings, tally } = { settings: {}, tally: {} }] = examplesOf("ranking");
const THINGS = ["sleep", "food", "call"];

test("nothing has a place before it was tapped, and until all have one there is nothing to send", () => {
  const ana = new Phone(ranking, settings);

  assert.match(ana.html, /Tap what comes first\./);
  assert.doesNotMatch(ana.html, /<ol/);
  assert.deepEqual(unplaced({ sleep: "Sleep", food: "A meal", call: "A call" }, ["food"]), ["sleep", "call"]);
  ana.tap("A call");
  assert.equal(ana.answer, null);
});

test("an order that comes back is drawn with a way up and down for each thing", () => {
  const ben = new Phone(ranking, settings);
  ben.answer = { order: ["call", "sleep", "food"] };

  assert.match(ben.html, /1<\/b><span>A call.*2<\/b><span>Sleep.*3<\/b><span>A meal/);
  assert.match(ben.html, /aria-label="Move up: A call" aria-disabled="true"/);
  assert.match(ben.html, /aria-label="Move down: A meal" aria-disabled="true"/);
});

test("what is moved takes the place and the rest closes up", () => {
  assert.deepEqual(moved(THINGS, 0, 2), ["food", "call", "sleep"]);
  assert.deepEqual(moved(THINGS, 2, 0), ["call", "sleep", "food"]);
  assert.deepEqual(moved(THINGS, 1, 9), ["sleep", "call", "food"]);
  assert.deepEqual(moved(THINGS, 7, 0), THINGS);
});

test("a finger is over the row whose lower edge is below it, and past the last one over the last", () => {
  assert.equal(placeAt(-5, [50, 100, 150]), 0);
  assert.equal(placeAt(99, [50, 100, 150]), 1);
  assert.equal(placeAt(400, [50, 100, 150]), 2);
});

test("the wall shows the group's order with each average in numbers, and below ten no number but the place", () => {
  assert.match(wall(ranking, { settings, tally }), /A call.*average place 1\.3.*A meal.*2\.0.*Sleep.*2\.7/);
  const words = wall(ranking, { settings, tally: { order: ["food", "call", "sleep"] } });

  assert.match(words, /A meal.*A call.*Sleep/);
  assert.doesNotMatch(words, /average|answers|\d\.\d/);
});
