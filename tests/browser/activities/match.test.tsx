import assert from "node:assert/strict";
import { test } from "node:test";
import * as match from "../../../static/activities/match";
import { put } from "../../../static/activities/match/board";
import { examplesOf, Phone, Tablet, toldIn, wall } from "./face";

const [asked, shown, alone] = examplesOf("match");
if (!asked?.living || !shown?.living || !alone?.living) throw new Error("The examples of match have changed.");
const [atTable, ofRoom, onPhone] = [asked, shown, alone];

function phone(seat: string, example: typeof atTable, shared = example.living?.shared ?? {}) {
  return new Phone(match, toldIn(example), "en", { shared, own: example.living?.own?.[seat] ?? null });
}

test("a meaning is put to a word by a tap, for the whole table", () => {
  const ana = phone("seat-ana", atTable);
  ana.tap("B. Something that can bring on an urge", "Which one goes with “Trigger”?");

  assert.deepEqual(ana.moves, [{ do: "put", term: 0, meaning: 1 }]);
  assert.match(ana.html, /aria-label="Urge: A strong wish to use that rises and passes"/);
});

test("a board of a phone's own is never sent", () => {
  const settings = { ...toldIn(onPhone), shown: [] };
  const ana = new Phone(match, settings, "en", { shared: { of: 3, found: [] }, own: {} });
  ana.tap(
    "A. ".concat((settings as unknown as { meanings: string[] }).meanings[0] ?? ""),
    "Which one goes with “Trigger”?",
  );

  assert.deepEqual(ana.moves, []);
  assert.match(ana.html, /Trigger <span class="letter">A<\/span>/);
  assert.match(ana.html, /Only this phone has your board/);
});

test("a meaning leaves the word it was put to before", () => {
  assert.deepEqual(put([2, null, 1], 1, 2), [null, 2, 1]);
  assert.deepEqual(put([2, null, 1], 0, null), [null, null, 1]);
});

test("what is shown says what the room found, and beside it what this table had put", () => {
  const own = { table: "wave", board: [1, 0, null] };
  const chris = new Phone(match, toldIn(ofRoom), "en", { shared: ofRoom.living?.shared ?? {}, own });

  assert.match(chris.html, /The whole room found it/);
  assert.match(chris.html, /Your table put here: Something we do/);
  assert.doesNotMatch(chris.html, /wrong|incorrect|role="radio"/);
});

test("the tablet knows what belongs together and shows it one after another", () => {
  const tablet = new Tablet(match, atTable);
  tablet.press("Show the next one");
  tablet.press("Show all");

  assert.deepEqual(tablet.leads, [{ do: "show" }, { do: "all" }]);
  assert.match(tablet.html, /<b>Urge<\/b><span>A strong wish/);
});

test("the wall has words and meanings apart, and names no table beside a pair", () => {
  assert.match(wall(match, atTable), /match-words/);
  assert.doesNotMatch(wall(match, ofRoom), /Sun|Leaf|Wave/);
});
