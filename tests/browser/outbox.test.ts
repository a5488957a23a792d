import assert from "node:assert/strict";
import { test } from "node:test";
import type { Outcome } from "../../static/lib/asking";
import { padding } from "../../static/lib/frame";
import { Outbox, type Surroundings } from "../../static/lib/outbox";
import { activity, counting, device, settled } from "./cast";

type Sent = {
  payload: Parameters<Surroundings["ask"]>[1];
  id: string;
  putOff(): void;
  answer(outcome: Outcome): void;
};

function phone(keeper = device(), counters = counting()) {
  const sent: Sent[] = [];
  const dropped: string[] = [];
  const outbox = new Outbox({
    ask: (_name, payload, { id = "", putOff = () => {} }) =>
      new Promise((answer) => sent.push({ payload, id, putOff, answer })),
    drop: (id) => dropped.push(id),
    keeper,
    counters,
  });
  const last = () => sent[sent.length - 1] as Sent;
  return { outbox, sent, dropped, keeper, counters, last, state: () => outbox.parcels.value.get("run-1")?.state };
}

const seven = { do: "answer", answer: { value: 7 } } as const;
const eight = { do: "answer", answer: { value: 8 } } as const;
const sealed = activity({ promise: "anonymous", key_id: "key-1" });

test("an answer is saved only when the server says so", async () => {
  const { outbox, last, state } = phone();
  outbox.give(activity(), seven);
  assert.equal(state(), "sending");

  last().answer({ done: true });
  await settled();

  assert.equal(state(), "saved");
});

test("the newest answer wins, whatever becomes of the one before", async () => {
  const { outbox, sent, dropped, state } = phone();
  outbox.give(activity(), seven);
  outbox.give(activity(), eight);
  sent[0]?.answer({ done: true });
  await settled();

  assert.equal(state(), "sending");
  assert.deepEqual(dropped, [sent[0]?.id]);
  assert.deepEqual(
    sent.map(({ payload }) => payload.say.revision),
    [1, 2],
  );
});

test("a revision is newer than the one the server has of this seat", () => {
  const { outbox, last } = phone();
  outbox.give(activity(), seven, 41);

  assert.equal(last().payload.say.revision, 42);
});

test("a named answer on its way survives a reload, and goes under the same id", async () => {
  const before = phone();
  await before.outbox.restore("seat-ana");
  before.outbox.give(activity(), seven);
  await settled();

  const after = phone(before.keeper);
  await after.outbox.restore("seat-ana");

  assert.equal(after.last().id, before.last().id);
  assert.deepEqual(after.last().payload, before.last().payload);
});

test("what Ana left on a phone is not sent for Ben", async () => {
  const before = phone();
  await before.outbox.restore("seat-ana");
  before.outbox.give(activity(), seven);
  await settled();

  const after = phone(before.keeper);
  await after.outbox.restore("seat-ben");

  assert.equal(after.sent.length, 0);
});

test("an anonymous answer is never kept on the device", async () => {
  const { outbox, keeper } = phone();
  await outbox.restore("seat-ana");
  outbox.give(sealed, { do: "answer", answer: { text: "a secret nobody wrote down" } });
  await settled();

  assert.equal(JSON.stringify([...keeper.kept]).includes("secret"), false);
});

test("anonymous answer, pass and withdrawal are of one length on the wire", () => {
  const { outbox, sent } = phone();
  outbox.give(sealed, { do: "answer", answer: { text: "¡Una frase más larga, con eñes!" } });
  outbox.give(sealed, { do: "pass" });
  outbox.give(sealed, { do: "withdraw" });

  const lengths = sent.map(({ payload }) => new TextEncoder().encode(JSON.stringify(payload.say) + payload.pad).length);
  assert.deepEqual(lengths, [256, 256, 256]);
});

test("an anonymous answer that does not fit its frame is not sent, and says so", () => {
  const { outbox, sent, state } = phone();
  outbox.give(sealed, { do: "answer", answer: { text: "x".repeat(300) } });

  assert.equal(sent.length, 0);
  assert.equal(state(), "too_long");
  assert.equal(padding({ text: "x".repeat(300) }, 256), null);
});

test("a new key asks the phone to seal and send again", async () => {
  const { outbox, sent, last } = phone();
  outbox.give(sealed, seven);
  last().answer({ done: true });
  await settled();

  outbox.saw(sealed);
  assert.equal(sent.length, 1);
  outbox.saw({ ...sealed, key_id: "key-2" });

  assert.equal(sent.length, 2);
  assert.deepEqual(last().payload.say.answer, { value: 7 });
});

test("what was saved stays saved when the run is closed for good and its key is gone", async () => {
  const { outbox, sent, last } = phone();
  outbox.give(sealed, seven);
  last().answer({ done: true });
  await settled();

  outbox.saw({ ...sealed, key_id: null });

  assert.equal(sent.length, 1);
  assert.equal(outbox.parcels.value.get(sealed.run)?.state, "saved");
});

test("an older revision is sent once more as a newer one", async () => {
  const { outbox, sent, last } = phone();
  outbox.give(sealed, seven);
  last().answer({ done: false, why: "older_revision", message: "" });
  await settled();

  assert.equal(sent.length, 2);
  assert.ok(last().payload.say.revision > 1000);
});

test("a refused answer keeps the sentence that says why", async () => {
  const { outbox, last } = phone();
  outbox.give(activity(), seven);
  last().answer({ done: false, why: "not_open", message: "This has closed." });
  await settled();

  assert.equal(outbox.parcels.value.get("run-1")?.message, "This has closed.");
});

test("an answer that was put off waits, is kept over a reload, and is saved in the end", async () => {
  const before = phone();
  await before.outbox.restore("seat-ana");
  before.outbox.give(activity(), seven);
  before.last().putOff();
  await settled();
  assert.equal(before.state(), "waiting");

  const after = phone(before.keeper);
  await after.outbox.restore("seat-ana");
  assert.equal(after.state(), "sending");
  assert.equal(after.last().id, before.last().id);
  after.last().answer({ done: true });
  await settled();

  assert.equal(after.state(), "saved");
  assert.equal(after.keeper.kept.size, 0);
});

test("what becomes of an older answer changes nothing about a newer one", async () => {
  const { outbox, sent, state } = phone();
  outbox.give(activity(), seven);
  outbox.give(activity(), eight);
  sent[0]?.putOff();
  sent[0]?.answer({ done: false, why: "not_open", message: "This has closed." });
  await settled();

  assert.equal(state(), "sending");
});

test("an anonymous answer that may have arrived is not called unsent, and one in a wave is not called lost", async () => {
  const late = phone();
  late.outbox.give(sealed, seven);
  late.last().answer({ done: false, why: "not_open", message: "This has closed.", unsure: true });
  const gone = phone();
  gone.outbox.give(sealed, seven);
  gone.last().answer({ done: false, why: "in_a_wave", message: "", unsure: true });
  await settled();

  assert.equal(late.state(), "unsure");
  assert.equal(gone.state(), "gone_out");
});
