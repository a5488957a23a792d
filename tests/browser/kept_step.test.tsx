import assert from "node:assert/strict";
import { test } from "node:test";
import { renderToString } from "preact-render-to-string";
import { follow, KeepStep, LastStep, recognise } from "../../static/lib/faces/kept_step";
import type { Json } from "../../static/lib/kind";
import { Shelf } from "../../static/lib/shelf";
import { device, settled } from "./cast";

const STEP = { step: "Call Mia.", when: "Sunday" };
const TITLE = "One small step until next time";

async function shelfOn(here = device(), mayKeep = true) {
  const shelf = new Shelf(mayKeep, here, () => 1_800_000_000_000, new EventTarget());
  await shelf.look();
  return shelf;
}

const offered = (shelf: Shelf, draft: Json | null) =>
  renderToString(<KeepStep draft={draft} title={TITLE} language="en" shelf={shelf} />);
const shown = (shelf: Shelf, language = "en") => renderToString(<LastStep language={language} shelf={shelf} />);

test("a step is offered to be kept once it is written, and the tick is never set for anyone", async () => {
  const here = device();
  const shelf = await shelfOn(here);

  assert.equal(offered(shelf, null), "");
  assert.equal(offered(shelf, { step: "  ", sure: 8 }), "");
  assert.match(offered(shelf, STEP), /Keep my step on this phone until next time/);
  assert.doesNotMatch(offered(shelf, STEP), /checked/);
  follow(STEP, TITLE, shelf);
  await settled();
  assert.equal(here.kept.size, 0);
});

test("while the tick is set the shelf follows what is written, and holds nothing but the step", async () => {
  const here = device();
  const shelf = await shelfOn(here);
  await shelf.keep("goal", STEP, TITLE);
  assert.match(offered(shelf, STEP), /checked/);

  follow({ ...STEP, step: "Call Mia and Jo.", last_time: "not_yet", sure: 3 }, TITLE, shelf);
  await settled();
  assert.deepEqual((await shelfOn(here)).kept.value.goal?.answer, { ...STEP, step: "Call Mia and Jo." });

  follow({ last_time: "not_yet" }, TITLE, shelf);
  await settled();
  assert.equal(here.kept.size, 0);
});

test("next time it stays shut until its owner opens it", async () => {
  const here = device();
  await (await shelfOn(here)).keep("goal", STEP, TITLE);
  const later = await shelfOn(here);

  assert.match(shown(later), /You kept a step on this phone on January 15/);
  assert.match(shown(later, "es"), /el 15 de enero/);
  assert.doesNotMatch(shown(later), /Mia/);
  assert.doesNotMatch(offered(later, { step: "Another" }), /checked/);
});

test("a draft that came back is known as the one that was kept, and no other is", async () => {
  const here = device();
  await (await shelfOn(here)).keep("goal", STEP, TITLE);
  const later = await shelfOn(here);
  await recognise({ step: "Another" }, later);
  assert.doesNotMatch(offered(later, STEP), /checked/);

  await recognise({ ...STEP, sure: 9 }, later);
  assert.match(offered(later, STEP), /checked/);
  assert.equal(shown(later), "");
});

test("a tablet that is passed round keeps no step and shows none", async () => {
  const here = device();
  await (await shelfOn(here)).keep("goal", STEP, TITLE);
  const passedRound = await shelfOn(here, false);

  assert.equal(offered(passedRound, STEP), "");
  assert.equal(shown(passedRound), "");
});
