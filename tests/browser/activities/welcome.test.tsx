import assert from "node:assert/strict";
import { test } from "node:test";
import * as welcome from "../../../static/activities/welcome";
import { examplesOf, Phone, Tablet, wall } from "./face";

const [first, again] = examplesOf("welcome");
if (!first?.living || !again?.living) throw new Error("The examples of the welcome have changed.");
const told = { ...again, living: again.living };
const { shared, own = {} } = told.living;
const phoneOf = (seat: string, language = "en") =>
  new Phone(welcome, again.settings, language, { shared, own: own[seat] ?? null });

test("only the phone of someone new shows the lines, and asks about their name", () => {
  assert.match(phoneOf("seat-ben").html, /Someone kept a chair for me\..*Your name on the wall\?/);
  assert.doesNotMatch(phoneOf("seat-chris").html, /Someone kept a chair|Your name/);
});

test("a name is left out until its owner says yes, and gone again with one tap", () => {
  const ben = phoneOf("seat-ben");
  assert.match(ben.html, /aria-checked="true"[^>]*>No, leave my name out/);
  ben.tap("Yes: Ben");
  const ana = phoneOf("seat-ana", "es");
  assert.match(ana.html, /Su nombre está en la pantalla/);
  ana.tap("No, sin mi nombre");

  assert.deepEqual([...ben.moves, ...ana.moves], [{ do: "name", name: "Ben" }, { do: "no_name" }]);
});

test("staff say who is new and show a name whose owner said yes", () => {
  const tablet = new Tablet(welcome, told);
  tablet.press("seat-chris");
  tablet.press("seat-ben");
  tablet.press("Hide the name Ana");

  assert.doesNotMatch(tablet.html, /name Ben/);
  assert.deepEqual(tablet.leads, [
    { do: "new", seat: "seat-chris" },
    { do: "not_new", seat: "seat-ben" },
    { do: "hide_name", seat: "seat-ana" },
  ]);
});

test("the wall greets, and names only those who wanted it", () => {
  assert.match(wall(welcome, again), /Welcome, Ana\./);
  assert.match(wall(welcome, first), /Welcome\..*We were all new once/);
});
