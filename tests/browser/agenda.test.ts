/** The plan of a day while it is being changed: moving, minutes, and saving that never loses the last change. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { placeUnder } from "../../static/agenda/drag";
import {
  asSent,
  canBeSaved,
  length,
  matches,
  moveBy,
  moveTo,
  type Plan,
  type Row,
  timeAfter,
  total,
  withMinutes,
} from "../../static/agenda/plan";
import { type Answer, Saving } from "../../static/agenda/saving";

const row = (id: string, minutes = 10): Row => ({
  id,
  ref: `iop/${id}`,
  title: id,
  discipline: "art",
  minutes,
  authors_minutes: 10,
  gone: false,
});
const day = [row("a"), row("b"), row("c")];
const ids = (blocks: readonly Row[]) => blocks.map(({ id }) => id).join("");

test("a part moves by one place and stays at the ends", () => {
  assert.equal(ids(moveBy(day, "a", 1)), "bac");
  assert.equal(ids(moveBy(day, "c", -1)), "acb");
  assert.equal(ids(moveBy(day, "a", -1)), "abc");
  assert.equal(ids(moveBy(day, "c", 1)), "abc");
  assert.equal(ids(moveTo(day, "a", 2)), "bca");
  assert.equal(ids(moveTo(day, "nobody", 0)), "abc");
});

test("a dragged part goes before the row whose middle the pointer is above", () => {
  assert.equal(placeUnder(5, [10, 30]), 0);
  assert.equal(placeUnder(20, [10, 30]), 1);
  assert.equal(placeUnder(99, [10, 30]), 2);
});

test("the day's length counts what are minutes", () => {
  assert.equal(total([row("a", 45), row("b", 0), row("c", 20)]), 65);
  assert.equal(length(65), "1 h 5 min");
  assert.equal(length(120), "2 h");
  assert.equal(timeAfter("18:30", 155), "21:05");
  assert.equal(timeAfter("23:30", 60), "00:30");
  assert.equal(timeAfter("", 60), "");
});

test("minutes that an author gave are left to the author", () => {
  const sent = asSent({ name: " Thursday ", blocks: withMinutes(day, "b", 25) });

  assert.equal(sent.name, "Thursday");
  assert.deepEqual(
    sent.blocks.map(({ minutes }) => minutes),
    [null, 25, null],
  );
});

test("a plan without a name, or with half a minute, waits until it is mended", () => {
  assert.equal(canBeSaved({ name: "Thursday", blocks: day }), true);
  assert.equal(canBeSaved({ name: " ", blocks: day }), false);
  assert.equal(canBeSaved({ name: "Thursday", blocks: withMinutes(day, "a", 0.5) }), false);
  assert.equal(canBeSaved({ name: "Thursday", blocks: withMinutes(day, "a", 241) }), false);
});

test("a module is found by any of its words, however they are written", () => {
  const card = { ref: "", title: "Un puente", track: "Evenings", discipline: "art", minutes: 45, summary: "Año nuevo" };

  assert.equal(matches(card, "ano puente"), true);
  assert.equal(matches(card, "evenings art"), true);
  assert.equal(matches(card, "ola"), false);
});

/** A server that answers when the test says so. */
function slowServer() {
  const heard: { body: { name: string; changed_at: number }; answer: (with_: Answer) => void }[] = [];
  const put = (body: object) =>
    new Promise<Answer>((answer) => heard.push({ body: body as { name: string; changed_at: number }, answer }));
  return { heard, put };
}
const named = (name: string): Plan => ({ name, blocks: day });
const turn = () => new Promise((done) => setImmediate(done));

test("what is changed during a save is saved after it, upon the version that the save made", async () => {
  const { heard, put } = slowServer();
  const saving = new Saving(1, put);
  saving.soon(named("one"));
  const first = saving.now();
  await turn();
  saving.soon(named("two"));

  heard[0]?.answer({ ok: true, changed_at: 2 });
  await first;
  assert.equal(saving.standing.value, "changed");
  const second = saving.now();
  await turn();
  heard[1]?.answer({ ok: true, changed_at: 3 });

  assert.equal(await second, true);
  assert.deepEqual(
    heard.map(({ body }) => [body.name, body.changed_at]),
    [
      ["one", 1],
      ["two", 2],
    ],
  );
});

test("a refusal is told and nothing claims to be saved", async () => {
  const saving = new Saving(1, () => Promise.resolve({ ok: false, message: "Somebody else has changed this plan." }));
  saving.soon(named("one"));

  assert.equal(await saving.now(), false);
  assert.equal(saving.refused.value, "Somebody else has changed this plan.");
});

test("without a connection the change stays and nothing claims to be saved", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  let lost = true;
  const saving = new Saving(1, () =>
    lost ? Promise.reject(new TypeError()) : Promise.resolve({ ok: true, changed_at: 2 }),
  );
  saving.soon(named("one"));

  assert.equal(await saving.now(), false);
  assert.equal(saving.standing.value, "no_connection");
  lost = false;
  t.mock.timers.tick(4000);
  for (let waited = 0; waited < 5; waited++) await turn();
  assert.equal(saving.standing.value, "saved");
});

test("what cannot be saved yet does not claim to be", async () => {
  const saving = new Saving(1, () => Promise.reject(new Error("never asked")));
  saving.soon(named(" "));

  assert.equal(await saving.now(), false);
  assert.equal(saving.standing.value, "changed");
});
