import assert from "node:assert/strict";
import { test } from "node:test";
import { kinds, styles } from "../../static/generated/kinds";

test("every style of a kind belongs to a kind that has code", () => {
  const withoutCode = styles.split(" ").filter((name) => !(name.replace(/-[^-]*$/, "") in kinds));

  assert.deepEqual(withoutCode, []);
});

test("every kind can be drawn for each audience", async () => {
  const loaders: Record<string, () => Promise<unknown>> = kinds;
  for (const [kind, load] of Object.entries(loaders)) {
    const drawn = (await load()) as Record<string, unknown>;
    for (const audience of ["Participant", "Facilitator", "Display"])
      assert.equal(typeof drawn[audience], "function", `${kind} has no ${audience}`);
  }
});
