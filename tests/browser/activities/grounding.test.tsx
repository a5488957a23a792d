import assert from "node:assert/strict";
import { test } from "node:test";
import * as grounding from "../../../static/activities/grounding";
import { cardsOf } from "../../../static/activities/grounding/cards";
import { Phone, wall } from "./face";

test("the cards go from five things to one", () => {
  const told = cardsOf({ senses: true }).map(({ what, many }) => `${many} ${what}`);

  assert.deepEqual(told, ["5 see", "4 feel", "3 hear", "2 smell", "1 taste"]);
});

test("a module may leave out smell and taste, and it is still five, four, three, two, one", () => {
  const told = cardsOf({ senses: false }).map(({ what, many }) => `${many} ${what}`);

  assert.deepEqual(told, ["5 see", "4 feel", "3 hear", "2 know", "1 breath"]);
});

test("there is nothing to type and nothing to send, and the first card waits for nobody", () => {
  const ana = new Phone(grounding, { senses: true });

  assert.doesNotMatch(ana.html, /<input|<textarea/);
  assert.equal(ana.html.match(/aria-pressed="false"/g)?.length, 5);
  assert.match(ana.html, />Next</);
  assert.doesNotMatch(ana.html, /disabled[^>]*>Next</);
});

test("whoever has no phone finds all five on the wall", () => {
  const shown = wall(grounding, { settings: { senses: true }, tally: null }).replace(/<[^>]*>/g, " ");

  for (const line of ["see", "feel", "hear", "smell", "taste"]) assert.match(shown, new RegExp(`you can ${line}`));
});
