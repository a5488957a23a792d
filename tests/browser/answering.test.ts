import assert from "node:assert/strict";
import { test } from "node:test";
import { signal } from "@preact/signals";
import type { Outcome } from "../../static/lib/asking";
import { Drafts } from "../../static/lib/drafts";
import { Outbox } from "../../static/lib/outbox";
import { Answering } from "../../static/participant/answering";
import type { OwnView, ParticipantView, SayShape } from "../../static/protocol";
import { activity, ana, counting, device, settled, view } from "./cast";

function phone(own: Partial<OwnView> = {}) {
  const said: SayShape[] = [];
  const server: { answers: Outcome } = { answers: { done: true } };
  const outbox = new Outbox({
    ask: async (_name, { say }) => {
      said.push(say);
      return server.answers;
    },
    drop: () => undefined,
    keeper: device(),
    counters: counting(),
  });
  const parts = {
    outbox,
    drafts: new Drafts(device()),
    own: signal<OwnView | null>(ana(own)),
    view: signal<ParticipantView | null>(view()),
  };
  return { ...parts, said, server, answering: new Answering(parts) };
}

const question = activity({ kind: "free_text" });

test("nothing is sent while there is nothing to send", () => {
  const { answering, said } = phone();

  assert.equal(answering.send(question), false);
  assert.deepEqual(said, []);
});

test("a saved answer is what the page shows, until it is changed", async () => {
  const { answering, drafts } = phone();
  answering.write(question, { answer: { text: "Cold water" } });
  assert.equal(answering.dirty(question), true);
  answering.send(question);
  await settled();

  assert.equal(drafts.all.value.size, 0);
  assert.deepEqual(answering.written(question).answer, { text: "Cold water" });
  assert.equal(answering.dirty(question), false);
  answering.write(question, { answer: { text: "Cold water, then walk" } });
  assert.equal(answering.dirty(question), true);
});

test("leave to show is asked for named words and travels with nothing else", async () => {
  const { answering, said } = phone();
  answering.write(question, { answer: { text: "Call my sister" }, ok_to_show: true });
  answering.send(question);
  const unsigned = activity({ run: "run-2", step: "b1/other", promise: "anonymous" });
  answering.write(unsigned, { answer: { text: "…" } });
  answering.send(unsigned);
  await settled();

  assert.equal(said[0]?.ok_to_show, true);
  assert.equal("ok_to_show" in (said[1] ?? {}), false);
});

test("what is taken back stays on the phone, for its writer alone", async () => {
  const { answering, said } = phone();
  answering.write(question, { answer: { text: "Too much" } });
  answering.send(question);
  await settled();
  answering.takeBack(question);
  await settled();

  assert.equal(said[1]?.do, "withdraw");
  assert.equal("answer" in (said[1] ?? {}), false);
  assert.deepEqual(answering.written(question).answer, { text: "Too much" });
});

test("a pass is a pass: what was half chosen is let go", async () => {
  const { answering, said } = phone();
  answering.write(question, { answer: { text: "hm" } });
  answering.pass(question);
  await settled();

  assert.deepEqual(
    said.map(({ do: what }) => what),
    ["pass"],
  );
  assert.equal(answering.unsent(question.run), false);
});

test("nothing is sent to an activity that has closed", () => {
  const { answering, said } = phone();
  const closed = activity({ phase: "closing" });
  answering.write(closed, { answer: { text: "late" } });
  answering.send(closed);
  answering.pass(closed);

  assert.deepEqual(said, []);
});

test("unsent words whose step is gone stay in reach of their writer, private ones too", () => {
  const { answering } = phone();
  answering.write(activity({ run: "a", step: "gone" }), { answer: { text: "half a thought" } });
  answering.write(activity({ run: "b", step: "gone too", promise: "private" }), { answer: { text: "mine" } });

  assert.deepEqual(
    answering.leftBehind().map(({ run }) => run),
    ["a", "b"],
  );
});

test("after a reload the page shows what the server has of this seat, and builds on its revision", async () => {
  const mine = { run: "run-1", revision: 7, passed: false, answer: { value: 3 }, ok_to_show: false, by_staff: false };
  const { answering, said } = phone({ answers: [mine] });
  assert.deepEqual(answering.written(question).answer, { value: 3 });
  answering.write(question, { answer: { value: 4 } });
  answering.send(question);
  await settled();

  assert.equal(said[0]?.revision, 8);
});
