import assert from "node:assert/strict";
import { test } from "node:test";
import * as goal from "../../../static/activities/goal";
import { examplesOf, Phone, tablet, wall } from "./face";

const [named, kept] = examplesOf("goal");
if (!named || !kept) throw new Error("The examples of the goal have changed.");
const LAST = "If you chose a step last time: how did it go?";
const SURE = "How sure am I that I will do it?";

test("the parts of a step stand in the order of the page, however they were filled in", () => {
  const ana = new Phone(goal, named.settings);
  ana.tap("8", SURE);
  ana.type("Walk around the block.");
  ana.tap("Not yet", LAST);

  assert.equal(JSON.stringify(ana.answer), '{"last_time":"not_yet","step":"Walk around the block.","sure":8}');
  assert.match(ana.html, /That happens to everyone\./);
  assert.match(ana.html, /a step you can take/);
});

test("whoever is less sure is offered a smaller step, and an emptied page sends nothing", () => {
  const ben = new Phone(goal, kept.settings);
  ben.tap("6", SURE);
  assert.match(ben.html, /Could it be a bit smaller\?/);
  assert.doesNotMatch(ben.html, /last time/);

  ben.tap("6", SURE);
  assert.equal(ben.answer, null);
});

test("a step that is kept has a place to say next time how it went", () => {
  const { parts } = goal.sheet({ look_back: true }, { step: "Call Mia.", sure: 9 });

  assert.deepEqual(parts.at(-1), { head: "Next time: how did it go?", text: "☐ I did it\n☐ Some of it\n☐ Not yet" });
  assert.deepEqual(goal.sheet({ look_back: true }, { last_time: "did" }).parts.length, 1);
});

test("neither tablet nor wall adds up how sure people are or how it went", () => {
  assert.match(tablet(goal, named), /3 people have answered/);
  assert.doesNotMatch(tablet(goal, named), /Not yet|10/);
  assert.match(wall(goal, { ...named, tally: null }, "es"), /¿Qué voy a hacer\?/);
});
