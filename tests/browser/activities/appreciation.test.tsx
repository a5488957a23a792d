import assert from "node:assert/strict";
import { test } from "node:test";
import * as appreciation from "../../../static/activities/appreciation";
import { examplesOf, Phone, tablet, wall } from "./face";

const [kind] = examplesOf("appreciation");
if (!kind) throw new Error("The examples of kind words have changed.");

test("a beginning helps with the first words and steps aside once there are more", () => {
  const ana = new Phone(appreciation, kind.settings);
  ana.press("Thank you all for …");
  assert.deepEqual(ana.answer, { text: "Thank you all for " });
  assert.match(ana.html, /aria-pressed="true"[^>]*>Thank you all for/);

  ana.type("Thank you all for waiting.");
  assert.doesNotMatch(ana.html, /Ways to begin/);
  ana.type("  ");
  assert.equal(ana.answer, null);
});

test("the phone says that it goes to everyone and asks to name no one", () => {
  assert.match(new Phone(appreciation, kind.settings).html, /It goes to everyone here\. Please name no one\./);
});

test("the counter speaks up only near the end", () => {
  const ben = new Phone(appreciation, kind.settings, "es");
  ben.type("x".repeat(100));
  assert.doesNotMatch(ben.html, /Queda/);

  ben.type("x".repeat(139));
  assert.match(ben.html, /Queda 1 letra</);
});

test("the wall offers ways to begin to those who speak, and never says how many wrote", () => {
  assert.match(wall(appreciation, { ...kind, tally: null }), /It helped me that …/);
  assert.doesNotMatch(wall(appreciation, kind), /\d/);
  assert.match(tablet(appreciation, kind), /2 people have written/);
});
