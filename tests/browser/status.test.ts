import assert from "node:assert/strict";
import { test } from "node:test";
import type { Parcel } from "../../static/lib/outbox";
import { type Situation, statusOf } from "../../static/participant/status";
import { activity } from "./cast";

function status(changes: Partial<Situation> = {}): string {
  const situation: Situation = {
    activity: activity(),
    parcel: undefined,
    own: undefined,
    dirty: false,
    waited: false,
    nudged: false,
    standing: "connected",
    sentBefore: false,
    ...changes,
  };
  return statusOf(situation).key;
}

function parcel(state: Parcel["state"], what: Parcel["what"]["do"] = "answer"): Parcel {
  return { id: "1", run: activity(), what: { do: what }, revision: 1, state, message: "" };
}

const own = { run: "run-1", revision: 1, passed: false, answer: { value: 7 }, ok_to_show: false, by_staff: false };
const closed = activity({ phase: "closed" });

test("nothing is called saved before the server has said so", () => {
  assert.equal(status(), "not_sent");
  assert.equal(status({ dirty: true }), "not_sent");
  assert.equal(status({ parcel: parcel("sending") }), "sending");
  assert.equal(status({ parcel: parcel("sending"), standing: "lost" }), "will_send");
  assert.equal(status({ parcel: parcel("waiting") }), "will_send");
  assert.equal(status({ parcel: parcel("saved") }), "saved");
  assert.equal(status({ parcel: parcel("saved"), standing: "lost" }), "saved");
});

test("a change after saving is not sent yet", () => {
  assert.equal(status({ parcel: parcel("saved"), dirty: true }), "changed");
  assert.equal(status({ parcel: parcel("saved"), dirty: true, standing: "lost" }), "no_connection");
});

test("a pass and a withdrawal have their own words", () => {
  assert.equal(status({ parcel: parcel("saved", "pass") }), "passed");
  assert.equal(status({ parcel: parcel("saved", "withdraw") }), "taken_back");
  assert.equal(status({ own: { ...own, passed: true, answer: null } }), "passed");
});

test("whoever sends nothing is asked to choose, until there is something or it has closed", () => {
  assert.equal(status({ nudged: true }), "choose_first");
  assert.equal(status({ nudged: true, dirty: true }), "not_sent");
  assert.equal(status({ nudged: true, activity: closed }), "closed");
});

test("what the server has of this seat counts after a reload", () => {
  assert.equal(status({ own }), "saved");
  assert.equal(status({ own: { ...own, by_staff: true } }), "by_staff");
  assert.equal(status({ sentBefore: true }), "sent_before");
});

test("what closed before it was sent is not called sent", () => {
  assert.equal(status({ activity: closed, dirty: true }), "closed_before");
  assert.equal(status({ activity: closed, parcel: parcel("refused") }), "refused");
  assert.equal(status({ activity: closed, parcel: parcel("saved") }), "saved_closed");
  assert.equal(status({ activity: closed }), "closed");
  assert.equal(status({ activity: activity({ phase: "closing" }), parcel: parcel("refused") }), "refused");
});

test("what closed while it was on its way is called neither sent nor lost before that is known", () => {
  assert.equal(status({ activity: closed, parcel: parcel("sending") }), "sending");
  assert.equal(status({ activity: closed, parcel: parcel("sending"), standing: "lost" }), "unsure");
  assert.equal(status({ activity: closed, parcel: parcel("waiting") }), "unsure");
  assert.equal(status({ activity: closed, parcel: parcel("unsure") }), "unsure");
  assert.equal(status({ parcel: parcel("gone_out") }), "gone_out");
});

test("what the server has of this seat is saved, whatever the phone was told on the way", () => {
  assert.equal(status({ parcel: parcel("refused"), own }), "saved");
  assert.equal(status({ activity: closed, parcel: parcel("sending"), own }), "saved_closed");
  assert.equal(status({ activity: closed, parcel: { ...parcel("refused"), revision: 2 }, own }), "refused");
});

test("words that were not given in do not send themselves", () => {
  assert.equal(status({ dirty: true, standing: "lost" }), "no_connection");
  assert.equal(status({ parcel: parcel("sending"), dirty: true, standing: "lost" }), "no_connection");
});

test("words that waited from an earlier visit say so", () => {
  assert.equal(status({ dirty: true, waited: true }), "waited");
});

test("a private answer is never about sending", () => {
  assert.equal(status({ activity: activity({ promise: "private" }), dirty: true, standing: "lost" }), "private");
});
