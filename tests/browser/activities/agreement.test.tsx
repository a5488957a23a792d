import assert from "node:assert/strict";
import { test } from "node:test";
import * as agreement from "../../../static/activities/agreement";
import { changedSince, stillAsked } from "../../../static/activities/agreement/agreement";
import { written } from "../cockpit_cast";
import { askedIn, examplesOf, Phone, Tablet, wall } from "./face";

const [first, again] = examplesOf("agreement");
if (!first?.living || !again?.living) throw new Error("The examples of the agreement have changed.");
const [offering, asked] = [first, again];
const phone = (of: typeof first, language = "en") =>
  new Phone(agreement, askedIn(of), language, { shared: of.living?.shared ?? {}, own: {} });

test("a line is offered below those that are there", () => {
  const ana = phone(offering);
  ana.type("One person talks.");

  assert.deepEqual(ana.answer, { text: "One person talks." });
  assert.match(ana.html, /So far.*We listen first\..*What do we need/);
});

test("whoever would like to talk about it may say about what, and standing by it needs no words", () => {
  const ben = phone(asked);
  assert.doesNotMatch(ben.html, /<textarea/);
  ben.tap("I’d like to talk about it", "How is this for you?");
  ben.type("The line about phones.");
  assert.deepEqual(ben.answer, { stands: "talk_about_it", text: "The line about phones." });

  ben.tap("I can stand by this", "How is this for you?");
  assert.deepEqual(ben.answer, { stands: "stand_by_it" });
});

test("staff who enter for someone see the lines that were asked about", () => {
  assert.match(new Phone(agreement, askedIn(asked)).html, /One person talks at a time\./);
});

test("a line taken back since is gone from the question, and a changed one is told to staff", () => {
  const before = { l1: "We listen.", l2: "We come back." };
  const shared = { lines: [{ id: "l2", text: "We return." }], done: false };

  assert.deepEqual(stillAsked(before, shared), [{ id: "l2", text: "We come back." }]);
  assert.equal(changedSince(before, shared), true);
  assert.equal(changedSince({ l2: "We return." }, shared), false);
});

test("staff add what was shown, move lines, take them out, and call it finished", () => {
  const cards = [written("Be kind.", { id: "c1", where: "wall" }), written("Not yet.", { id: "c2", where: "tray" })];
  const tablet = new Tablet(agreement, { ...offering, tally: null }, "en", cards);
  tablet.press("Add: Be kind.");
  tablet.press("Move up: One person talks at a time.");
  tablet.press("Take out: We listen first.");
  tablet.press("This is our agreement");
  tablet.press("for more lines");

  assert.doesNotMatch(tablet.html, /Not yet\./);
  assert.deepEqual(tablet.leads, [
    { do: "add", card: "c1" },
    { do: "up", line: "l3" },
    { do: "out", line: "l4" },
    { do: "done" },
    { do: "then", round: "lines" },
  ]);
});

test("the wall shows the agreement and what was shown beside it, and counts in words", () => {
  const told = { ...asked, living: { ...asked.living, seats: [], shared: asked.living?.shared ?? {} } };
  const html = wall(agreement, told, "en", ["One person talks at a time.", "Be on time."]);

  assert.equal(html.split("One person talks at a time.").length, 2);
  assert.match(html, /Be on time\..*more than half.*half or fewer.*We made this together/);
});
