import assert from "node:assert/strict";
import { test } from "node:test";
import { saidIn, screenOf, withoutWords } from "../../../static/display/screen";
import type { ActivityShape, DisplayView, ResultShape, StepShape } from "../../../static/protocol";

const STEP: StepShape = { id: "s", module: "M", title: "T", discipline: "education", number: 1, of: 2, blocks: [] };
const ASKED: ActivityShape = {
  run: "here",
  step: "s",
  kind: "free_text",
  settings: { question: "What helps?" },
  promise: "anonymous",
  phase: "open",
  opened_at: 0,
  closes_at: null,
  frame_bytes: 64,
  key_id: "k",
  shared: { strokes: ["Ben's line"] },
};

function view(shown: Partial<DisplayView> = {}): DisplayView {
  return {
    boot: "b",
    version: 3,
    beat: 1,
    language: "en",
    day: "Thursday evening",
    phase: "running",
    covered: false,
    held: false,
    step: STEP,
    timer: null,
    activity: ASKED,
    soon: "",
    shown: [],
    cards: [],
    pictures: [],
    join: null,
    notices: { demo: false, insecure: false },
    ...shown,
  };
}

function result(run: string): ResultShape {
  return { run, kind: "poll", settings: {}, tally: { n: 1 }, too_few: false, cards: [] };
}

const card = (run: string, text: string) => ({ id: text, run, text });

test("a wall that was told nothing is still; one without a tablet shows its code", () => {
  assert.equal(screenOf(null).what, "waiting");
  assert.deepEqual(screenOf({ pairing: { code: "7K4Q", notices: view().notices } }), { what: "pairing", code: "7K4Q" });
});

test("the cover comes before the pause, and both before everything else", () => {
  assert.equal(screenOf({ view: view({ covered: true, held: true }) }).what, "covered");
  assert.equal(screenOf({ view: view({ held: true, phase: "ended" }) }).what, "held");
});

test("the wall says goodbye at once, though the end can be undone for a minute", () => {
  assert.equal(screenOf({ view: view({ phase: "ending" }) }).what, "ended");
});

test("without a step the wall shows the day", () => {
  assert.equal(screenOf({ view: view({ step: null }) }).what, "gathering");
  assert.equal(screenOf({ view: view({ phase: "gathering" }) }).what, "gathering");
});

test("out of contact nothing is left that anyone in the group said, and the step stays", () => {
  const seen = withoutWords({ view: view({ shown: [result("here")], cards: [card("here", "Cold water.")] }) });

  assert.doesNotMatch(JSON.stringify(seen), /Cold water|"n":1|Ben/);
  assert.match(JSON.stringify(seen), /What helps\?/);
});

test("the present activity's result comes first, then its cards, then what was shown last", () => {
  const cards = [card("here", "Cold water."), card("before", "A walk.")];

  assert.equal(saidIn(view({ shown: [result("here"), result("before")], cards }))?.run, "here");
  assert.deepEqual(saidIn(view({ shown: [result("before")], cards }))?.cards, [cards[0]]);
  assert.equal(saidIn(view({ shown: [result("older"), result("before")] }))?.run, "before");
  assert.deepEqual(saidIn(view({ cards: [card("before", "A walk.")] }))?.cards, [cards[1]]);
  assert.equal(saidIn(view()), null);
});
