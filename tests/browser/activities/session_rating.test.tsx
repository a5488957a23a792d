import assert from "node:assert/strict";
import { test } from "node:test";
import * as rating from "../../../static/activities/session_rating";
import { examplesOf, Phone, tablet, wall } from "./face";

const [few] = examplesOf("session_rating");
if (!few) throw new Error("The examples of the rating have changed.");

test("each question can be skipped, and a second tap takes a number back", () => {
  const ana = new Phone(rating, few.settings);
  ana.tap("3", "Did the way we did it work for you?");
  assert.deepEqual(ana.answer, { values: { way: 3 } });

  ana.tap("3", "Did the way we did it work for you?");
  assert.equal(ana.answer, null);
});

test("staff see words where few have answered, and are told that it is about the work", () => {
  const html = tablet(rating, few);

  assert.match(html, /about the work.*Most are high.*Too few answers/);
});

test("the wall asks and is never told", () => {
  assert.match(wall(rating, { ...few, tally: null }, "es"), /Did people listen.*Sin nombres/);
  assert.doesNotMatch(wall(rating, few), /Most are high/);
});
