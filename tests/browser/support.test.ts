import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { signal } from "@preact/signals";
import type { Outcome } from "../../static/lib/asking";
import type { Line } from "../../static/participant/phone";
import { Support } from "../../static/participant/support";
import type { OwnCallShape, OwnView } from "../../static/protocol";
import { ana } from "./cast";

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
});

function phone() {
  const asked: { name: string; call: string; answer(outcome: Outcome): void }[] = [];
  const line = {
    ask: (name: string, { call }: { call: string }) =>
      new Promise<Outcome>((answer) => asked.push({ name, call, answer })),
  };
  const own = signal<OwnView | null>(ana());
  const support = new Support(line as unknown as Line, own);
  const told = (changes: Partial<OwnCallShape>) => {
    own.value = ana({ call: { call: asked.at(-1)?.call ?? "", status: "sent", seen_by: null, ...changes } });
  };
  return { asked, own, support, told };
}

test("a call goes from the tap to the tablet to a name", () => {
  const { support, told } = phone();
  support.call();
  assert.equal(support.state.value, "sending");
  told({ status: "delivered" });
  assert.equal(support.state.value, "sent");
  told({ status: "seen", seen_by: "Dr. Okoye" });

  assert.equal(support.state.value, "seen");
  assert.equal(support.seenBy, "Dr. Okoye");
});

test("what no tablet shows within ten seconds did not reach staff", () => {
  const { support, told } = phone();
  support.call();
  told({ status: "sent" });
  mock.timers.tick(9_999);
  assert.equal(support.state.value, "sending");
  mock.timers.tick(1);

  assert.equal(support.state.value, "not_delivered");
  told({ status: "delivered" });
  assert.equal(support.state.value, "sent");
});

test("a refused call did not reach staff, at once", async () => {
  const { support, asked } = phone();
  support.call();
  asked[0]?.answer({ done: false, why: "slow_down", message: "" });
  await Promise.resolve();
  await Promise.resolve();

  assert.equal(support.state.value, "not_delivered");
});

test("nobody tapped it for a minute: the phone says whom to go to", () => {
  const { support, told } = phone();
  support.call();
  told({ status: "delivered" });
  mock.timers.tick(59_999);
  assert.equal(support.unseenForLong.value, false);
  mock.timers.tick(1);

  assert.equal(support.unseenForLong.value, true);
});

test("a second tap while a call is under way is the same call", () => {
  const { support, asked } = phone();
  support.call();
  support.call();

  assert.equal(asked.length, 1);
});

test("a call can be taken back, and made again", () => {
  const { support, asked } = phone();
  support.call();
  support.cancel();
  assert.equal(support.state.value, "cancelled");
  support.call();

  assert.deepEqual(
    asked.map(({ name }) => name),
    ["call_staff", "cancel_call", "call_staff"],
  );
  assert.equal(support.state.value, "sending");
});

test("a call made before a reload is still followed", () => {
  const { support, own } = phone();
  own.value = ana({ call: { call: "before", status: "sent", seen_by: null } });
  assert.equal(support.state.value, "sending");
  mock.timers.tick(10_000);

  assert.equal(support.state.value, "not_delivered");
});
