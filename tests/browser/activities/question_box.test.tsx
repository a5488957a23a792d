import assert from "node:assert/strict";
import { test } from "node:test";
import * as box from "../../../static/activities/question_box";
import { askedIn, examplesOf, Phone, wall } from "./face";

const [first, again] = examplesOf("question_box");
if (!first || !again) throw new Error("The examples of the question box have changed.");

test("what is written is sent, and empty boxes send nothing", () => {
  const ana = new Phone(box, first.settings);
  ana.type("Does sleep come back?");
  assert.deepEqual(ana.answer, { text: "Does sleep come back?", me_too: [] });

  ana.type("  ");
  assert.equal(ana.answer, null);
});

test("asked again, me too can be said with or without a question of one's own", () => {
  const ben = new Phone(box, askedIn(again));
  ben.tap("How long does it last?");
  assert.deepEqual(ben.answer, { me_too: ["q1"] });

  ben.type("Who can I call?");
  assert.deepEqual(ben.answer, { text: "Who can I call?", me_too: ["q1"] });
});

test("the wall says me too in words where few have answered", () => {
  const told = { ...again, tally: { words: { q1: "most", q2: "fewer" } } };

  assert.match(wall(box, told), /How long does it last\?.*more than half/);
  assert.match(wall(box, again), /Too few/);
});

test("before there are questions the wall says that none has a name", () => {
  assert.match(wall(box, { ...first, tally: null }), /No one has to put a name to it\./);
  assert.match(wall(box, { ...first, tally: null }, "es"), /Nadie tiene que ponerle nombre\./);
});
