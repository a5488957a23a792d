import assert from "node:assert/strict";
import { test } from "node:test";
import * as card from "../../../static/activities/coping_card";
import { Phone } from "./face";

test("a box of one thing keeps no lines of its own, whatever was pasted into it", () => {
  const ana = new Phone(card, {});
  ana.type("Cold hands,\r\n  and the corner\nby the station");

  assert.deepEqual(ana.answer, { sign: "Cold hands, and the corner by the station" });
});

test("the words stand behind their box once more, so that it grows with them", () => {
  const ana = new Phone(card, {});
  ana.type("Cold hands");

  assert.match(ana.html, /class="growing line" data-text="Cold hands"><textarea/);
});
