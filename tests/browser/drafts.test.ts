import assert from "node:assert/strict";
import { test } from "node:test";
import { Drafts } from "../../static/lib/drafts";
import { activity, device, settled } from "./cast";

test("a draft waits for the step it was written on, also in a new run", () => {
  const drafts = new Drafts(device());
  drafts.write(activity(), { text: "half a thought" }, false);

  assert.deepEqual(drafts.find(activity({ run: "run-2" }))?.answer, { text: "half a thought" });
  assert.equal(drafts.find(activity({ run: "run-3", step: "b1/settle" })), null);
});

test("a named draft outlives a reload; anonymous and private ones never touch the device", async () => {
  const here = device();
  const before = new Drafts(here);
  await before.restore("seat-ana");
  before.write(activity({ run: "named", step: "a" }), { text: "kept" }, true);
  before.write(activity({ run: "anonymous", step: "b", promise: "anonymous" }), { text: "unsigned" }, false);
  before.write(activity({ run: "private", step: "c", promise: "private" }), { text: "mine" }, false);
  await settled();

  const after = new Drafts(here);
  await after.restore("seat-ana");

  assert.deepEqual([...after.all.value.keys()], ["named"]);
  assert.equal(after.all.value.get("named")?.ok_to_show, true);
  assert.doesNotMatch(JSON.stringify([...here.kept]), /unsigned|mine/);
});

test("the draft of another seat on the same phone is not taken up", async () => {
  const here = device();
  const ana = new Drafts(here);
  await ana.restore("seat-ana");
  ana.write(activity(), { text: "hers" }, false);
  await settled();

  const ben = new Drafts(here);
  await ben.restore("seat-ben");

  assert.equal(ben.all.value.size, 0);
});
