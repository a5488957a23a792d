import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { kinds, styleMark } from "../../static/generated/kinds";

test("every kind has a style under the one name that the page makes", () => {
  const withoutStyle = Object.keys(kinds).filter((kind) => !existsSync(`static/dist/${kind}-${styleMark}.css`));

  assert.deepEqual(withoutStyle, []);
});

test("every kind can be drawn for each audience", async () => {
  const loaders: Record<string, () => Promise<unknown>> = kinds;
  for (const [kind, load] of Object.entries(loaders)) {
    const drawn = (await load()) as Record<string, unknown>;
    for (const audience of ["Participant", "Facilitator", "Display"])
      assert.equal(typeof drawn[audience], "function", `${kind} has no ${audience}`);
  }
});
