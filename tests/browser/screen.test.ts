import assert from "node:assert/strict";
import { test } from "node:test";
import { inFocus, screenOf } from "../../static/participant/screen";
import type { OwnView, ParticipantView } from "../../static/protocol";
import { activity, ana, view } from "./cast";

function screen(changes: Partial<ParticipantView> = {}, own: Partial<OwnView> = {}, writing = false) {
  return screenOf(view(changes), ana(own), "connected", writing);
}

test("each state of the evening has its own screen", () => {
  assert.equal(screen(), "step");
  assert.equal(screen({ phase: "gathering" }), "gathering");
  assert.equal(screen({ phones: "down" }), "down");
  assert.equal(screen({ held: true, phones: "down" }), "held");
  assert.equal(screen({ phase: "ending" }), "ending");
  assert.equal(screen({ phase: "ended" }), "ended");
  assert.equal(screen({}, { admission: "knocking" }), "waiting");
  assert.equal(screen({}, { admission: "next_step" }), "waiting");
  assert.equal(screen({}, { admission: "removed" }), "removed");
});

test("a phone that accepted another agreement reads it first", () => {
  assert.equal(screen({ agreement: "v2" }), "agreement");
  assert.equal(screen({}, { accepted: null, admission: "knocking" }), "agreement");
});

test("a phone without a view is coming in, and one that was sent away says so", () => {
  assert.equal(screenOf(null, null, "lost", false), "connecting");
  assert.equal(screenOf(view(), ana(), "turned_away", false), "turned_away");
});

test("someone still writing is not cut off when phones go down, but a pause is a pause", () => {
  assert.equal(screen({ phones: "down" }, {}, true), "step");
  assert.equal(screen({ held: true }, {}, true), "held");
});

test("whoever has unsent words keeps the activity of the step before while it takes answers", () => {
  const before = activity({ run: "before", phase: "last_call" });
  const now = activity({ run: "now" });
  const unsent = (run: string) => run === "before";

  assert.equal(inFocus(view({ activity: now, lingering: before }), unsent)?.run, "before");
  assert.equal(inFocus(view({ activity: now, lingering: before }), () => false)?.run, "now");
  assert.equal(inFocus(view({ activity: now, lingering: { ...before, phase: "closed" } }), unsent)?.run, "now");
});
