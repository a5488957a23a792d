import assert from "node:assert/strict";
import { test } from "node:test";
import * as halt from "../../../static/activities/halt";
import { examplesOf, Phone, wall } from "./face";

const [first, own] = examplesOf("halt");
if (!first || !own) throw new Error("The examples of hungry, angry, lonely, tired have changed.");

test("each need brings one small thing to do, the author's where there is one", () => {
  const ana = new Phone(halt, own.settings);
  const question = "Which of these is true for you right now?";
  ana.tap("Hungry", question);
  ana.tap("Tired", question);

  assert.deepEqual(ana.answer, { needs: ["hungry", "tired"] });
  assert.match(ana.html, /There are apples by the door\..*Rest your eyes/);
  assert.doesNotMatch(ana.html, /Say hello/);
});

test("none of these and a need take each other's place, and a second tap leaves nothing", () => {
  const ben = new Phone(halt, first.settings);
  ben.tap("Tired");
  ben.tap("None of these");
  assert.deepEqual(ben.answer, { needs: ["none"] });
  ben.tap("Lonely");
  assert.deepEqual(ben.answer, { needs: ["lonely"] });
  ben.tap("Lonely");
  assert.equal(ben.answer, null);
});

test("the wall offers all of it to everyone before anybody has answered, and then speaks in words", () => {
  assert.match(wall(halt, { ...first, tally: null }), /Hungry.*Eat something small.*Tired/);
  assert.match(wall(halt, first), /Tired.*more than half/);
});

test("a private answer is taken along as a list of what could help", () => {
  const sheet = halt.sheet({ ideas: { hungry: "Apples." } }, { needs: ["hungry", "angry"] });

  assert.deepEqual(sheet.parts, [
    { head: "Hungry", text: "Apples." },
    { head: "Angry", text: "Let your shoulders drop. Walk to the door and back." },
  ]);
});
