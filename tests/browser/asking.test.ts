import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Asking, PASSING } from "../../static/lib/asking";
import { backoff } from "../../static/lib/backoff";
import { newId } from "../../static/lib/ids";
import { isOlder } from "../../static/lib/views";

function line() {
  const sent: { name: string; payload: { id: string } }[] = [];
  const wire = { open: true };
  const asking = new Asking((name, payload) => {
    if (wire.open) sent.push({ name, payload: payload as { id: string } });
    return wire.open;
  });
  return { sent, wire, asking };
}

test("what was asked is asked again under the same id until it is answered", async () => {
  const { sent, asking } = line();
  const answer = asking.ask("answer", { run: "run-1" }, { id: "one" });

  asking.sendAgain();
  asking.done("one");
  asking.sendAgain();

  assert.deepEqual(await answer, { done: true });
  assert.deepEqual(
    sent.map(({ payload }) => payload.id),
    ["one", "one"],
  );
});

test("what is refused for a reason that passes is asked again by itself, later each time, until it is answered", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    for (const why of PASSING) {
      const { sent, asking } = line();
      const putOff: string[] = [];
      const answer = asking.ask("answer", { run: "run-1" }, { id: "one", putOff: () => void putOff.push("once more") });
      for (let times = 1; times <= 8; times += 1) {
        asking.refused("one", why ?? "", "Please try again.");
        assert.equal(sent.length, times, "not at once");
        mock.timers.tick(backoff(times - 1, 1));
        assert.equal(sent.length, times + 1);
      }
      asking.done("one");
      mock.timers.tick(60_000);

      assert.deepEqual(await answer, { done: true });
      assert.equal(sent.length, 9);
      assert.equal(putOff.length, 8);
      assert.equal(new Set(sent.map(({ payload }) => payload.id)).size, 1);
    }
  } finally {
    mock.timers.reset();
  }
});

test("what was put off goes with the next connection, and not twice as often for that", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const { sent, wire, asking } = line();
    void asking.ask("answer", {}, { id: "one" });
    asking.refused("one", "stopping", "");
    wire.open = false;
    mock.timers.tick(1000);
    wire.open = true;
    asking.sendAgain();
    asking.refused("one", "busy", "");
    asking.refused("one", "busy", "");
    mock.timers.tick(60_000);

    assert.equal(sent.length, 3);
  } finally {
    mock.timers.reset();
  }
});

test("a tap is not put off: whoever tapped is told at once", async () => {
  const { asking } = line();
  const tap = asking.ask("next_step", {}, { id: "one", nowOrNever: true });
  asking.refused("one", "busy", "Please try again.");

  assert.deepEqual(await tap, { done: false, why: "busy", message: "Please try again.", unsure: false });
});

test("a refusal is not sure where an earlier copy went out that nobody answered", async () => {
  const { asking } = line();
  const answer = asking.ask("answer", {}, { id: "one" });
  asking.sendAgain();
  asking.refused("one", "not_open", "This has closed.");

  assert.deepEqual(await answer, { done: false, why: "not_open", message: "This has closed.", unsure: true });
});

test("a tap without a connection is refused at once and never sent later", async () => {
  const { sent, wire, asking } = line();
  wire.open = false;
  const tap = asking.ask("next_step", { from_step: "b1/s1" }, { nowOrNever: true });
  wire.open = true;
  asking.sendAgain();

  assert.deepEqual(await tap, { done: false, why: "no_connection", message: "" });
  assert.deepEqual(sent, []);
});

test("a tap whose connection breaks before the answer is not sent again", async () => {
  const { sent, asking } = line();
  const tap = asking.ask("next_step", { from_step: "b1/s1" }, { nowOrNever: true });
  asking.connectionLost();
  asking.sendAgain();

  assert.equal((await tap).done, false);
  assert.equal(sent.length, 1);
});

test("a refusal brings its sentence", async () => {
  const { asking } = line();
  const answer = asking.ask("answer", {}, { id: "one" });
  asking.refused("one", "not_open", "This has closed.");

  assert.deepEqual(await answer, { done: false, why: "not_open", message: "This has closed.", unsure: false });
});

test("something newer takes the place of what was asked", () => {
  const { sent, asking } = line();
  void asking.ask("answer", {}, { id: "old" });
  asking.drop("old");
  asking.sendAgain();

  assert.equal(sent.length, 1);
});

test("a view made earlier is dropped, and a server that started anew is believed", () => {
  const shown = { boot: "a", version: 5, beat: 2 };

  assert.equal(isOlder({ boot: "a", version: 4, beat: 9 }, shown), true);
  assert.equal(isOlder({ boot: "a", version: 5, beat: 1 }, shown), true);
  assert.equal(isOlder({ boot: "a", version: 5, beat: 2 }, shown), false);
  assert.equal(isOlder({ boot: "a", version: 6, beat: 0 }, shown), false);
  assert.equal(isOlder({ boot: "b", version: 1, beat: 0 }, shown), false);
  assert.equal(isOlder({ boot: "a", plan: 1 }, { boot: "a", plan: 2 }), true);
});

test("phones wait longer each time, never all alike and never past eight seconds", () => {
  assert.equal(backoff(0, 0), 0);
  assert.equal(backoff(0, 0.5), 250);
  assert.equal(backoff(3, 0.5), 2000);
  assert.ok(backoff(50, 0.999) < 8000);
});

test("an id is a random UUID, also where a trial runs without TLS", () => {
  const ids = new Set(Array.from({ length: 100 }, newId));

  assert.equal(ids.size, 100);
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
