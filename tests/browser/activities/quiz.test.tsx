import assert from "node:assert/strict";
import { test } from "node:test";
import * as quiz from "../../../static/activities/quiz";
import { examplesOf, Phone, Tablet, toldIn, wall } from "./face";

const [asked, shown, two] = examplesOf("quiz");
if (!asked?.living || !shown?.living || !two?.living) throw new Error("The examples of quiz have changed.");
const ofRoom = shown;

function phone(seat: string, example: typeof asked, language = "en") {
  const { shared = {}, own = {} } = example?.living ?? {};
  return new Phone(quiz, toldIn(example ?? { settings: {} }), language, { shared, own: own[seat] ?? null });
}

test("a phone picks its table, and watching is as near as playing", () => {
  const dee = phone("seat-dee", asked);
  dee.press("Leaf");
  dee.press("Just watch");

  assert.deepEqual(dee.moves, [{ do: "sit", table: "leaf" }, { do: "watch" }]);
  assert.equal(dee.html.match(/class="large"/g)?.length, 4);
});

test("a table's answer is seen by everyone at it, changed by anyone, and taken back by a second tap", () => {
  const ben = phone("seat-ben", asked);
  ben.tap("C. It stays as it is");
  ben.tap("B. It rises, peaks and passes");

  assert.match(ben.html, /aria-checked="true"[^>]*aria-label="B\. It rises/);
  assert.deepEqual(ben.moves, [
    { do: "say", question: 0, option: "stays" },
    { do: "say", question: 0, option: null },
  ]);
});

test("whoever looks on has the question and nothing to tap but a table", () => {
  const chris = phone("seat-chris", asked, "es");
  chris.press("Cambiar de mesa");

  assert.doesNotMatch(chris.html, /role="radio"/);
  assert.deepEqual(chris.moves, [{ do: "rise" }]);
});

test("what is shown crosses nothing out: the right one says so, a miss is worth talking about", () => {
  const ben = phone("seat-ben", ofRoom);

  assert.match(ben.html, /class="right".*Both<\/span><small>This is it/);
  assert.match(ben.html, /A place<\/span><small>Your table said this · Some of us thought of this/);
  assert.match(ben.html, /Worth talking about/);
  assert.match(ben.html, /Triggers come from around us/);
  assert.doesNotMatch(ben.html, /wrong|incorrect|✗|points/i);
});

test("the wall names no table beside an answer", () => {
  const seen = wall(quiz, ofRoom);

  assert.match(seen, /Much of the room found it/);
  assert.doesNotMatch(seen, /Sun|Leaf|Wave/);
  assert.match(wall(quiz, two), /<p class="room-found">Worth talking about\.<\/p>/);
});

test("the tablet shows, goes on, and says which tables are still talking", () => {
  const tablet = new Tablet(quiz, asked);
  tablet.press("Show the answer");
  tablet.press("Next question");

  assert.match(tablet.html, /class="right"/);
  assert.match(tablet.html, /2 phones · has an answer/);
  assert.match(tablet.html, /0 phones · still talking/);
  assert.deepEqual(tablet.leads, [{ do: "show" }, { do: "next" }]);
});
