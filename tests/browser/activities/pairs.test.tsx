import assert from "node:assert/strict";
import { test } from "node:test";
import * as pairs from "../../../static/activities/pairs";
import { examplesOf, Phone, Tablet, wall } from "./face";

const [preview, shown] = examplesOf("pairs");
if (!preview?.living || !shown?.living) throw new Error("The examples of pairs have changed.");
const told = { ...shown, living: shown.living };

test("a phone waits while staff look, then says who with, and swaps without a reason", () => {
  const { shared, own = {} } = told.living;
  const waiting = new Phone(pairs, preview.settings, "en", { shared: preview.living?.shared ?? {}, own: {} });
  const ana = new Phone(pairs, told.settings, "en", { shared, own: own["seat-ana"] ?? null });
  ana.press("Swap");

  assert.match(waiting.html, /Soon you will see/);
  assert.doesNotMatch(waiting.html, /<button/);
  assert.match(ana.html, /You are with/);
  assert.deepEqual(ana.moves, [{ do: "swap" }]);
});

test("someone who came late is asked to join", () => {
  const late = new Phone(pairs, told.settings, "es", { shared: told.living.shared, own: { with: [] } });
  late.press("Unirme a un grupo");

  assert.deepEqual(late.moves, [{ do: "join" }]);
});

test("staff see the groups, let them out, and take them back", () => {
  const tablet = new Tablet(pairs, preview);
  tablet.press("Show on phones");
  const after = new Tablet(pairs, told);
  after.press("Hide again");

  assert.match(tablet.html, /seat-ana/);
  assert.match(after.html, /Let be near again: seat-ana and seat-ben/);
  assert.deepEqual([...tablet.leads, ...after.leads], [{ do: "show" }, { do: "hide" }]);
});

test("the tablet says when someone has left, and brings everyone in", () => {
  const living = { ...told.living, seats: told.living.seats.slice(1) };
  const tablet = new Tablet(pairs, { ...told, living });
  tablet.press("Bring everyone in");

  assert.match(tablet.html, /seat-ana \(not here\)/);
  assert.doesNotMatch(new Tablet(pairs, told).html, /not here/);
});

test("the wall names nobody", () => {
  assert.doesNotMatch(wall(pairs, told), /seat-|Ana|Ben/);
});
