import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as bridge from "../../../static/activities/bridge";
import * as drawing from "../../../static/activities/drawing";
import * as mandala from "../../../static/activities/mandala";
import * as two_sides from "../../../static/activities/two_sides";
import { sheetIsFetched } from "../../../static/lib/drawing/at_work_later";
import { examplesOf, wall } from "./face";

before(sheetIsFetched);

for (const [kind, module] of Object.entries({ drawing, bridge, mandala, two_sides })) {
  const settings = examplesOf(kind)[0]?.settings ?? {};

  test(`while a group makes a ${kind} the wall says whose it is and how far it goes`, () => {
    assert.match(wall(module, { settings, tally: null }), /Your picture is yours.*Just me.*My facilitator.*The group/s);
    assert.match(
      wall(module, { settings, tally: null }, "es"),
      /Su dibujo es suyo.*Solo yo.*Mi facilitador.*El grupo/s,
    );
  });

  test(`of a ${kind} the wall tells nobody whether others have begun or sent theirs`, () => {
    const before = wall(module, { settings, tally: null }, "en", []);

    assert.equal(wall(module, { settings, tally: { n: 5 } }, "en", ["warm"]), before);
  });
}
