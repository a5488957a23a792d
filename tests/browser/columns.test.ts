import assert from "node:assert/strict";
import { test } from "node:test";
import { columnsFor } from "../../static/lib/columns";

test("tiles stand wider than high, and there is room for everybody", () => {
  for (let places = 1; places <= 24; places++) {
    const columns = columnsFor(places);
    assert.ok(columns >= Math.ceil(places / columns), String(places));
  }
  assert.deepEqual([1, 3, 8, 12].map(columnsFor), [1, 3, 4, 4]);
});
