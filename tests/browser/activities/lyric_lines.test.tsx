import assert from "node:assert/strict";
import { test } from "node:test";
import * as lyricLines from "../../../static/activities/lyric_lines";
import { examplesOf, Phone, wall } from "./face";

const [one, three, , most] = examplesOf("lyric_lines");

test("with one line to mark the next tap takes another, and a second tap takes it back", () => {
  const ana = new Phone(lyricLines, one?.settings ?? {});

  ana.tap("The kettle sings before I do");
  ana.tap("There is a chair at the table");
  assert.deepEqual(ana.answer, { lines: [4] });
  ana.tap("There is a chair at the table");

  assert.equal(ana.answer, null);
});

test("with three a fourth is not taken, and lines stand in the order of the song", () => {
  const ben = new Phone(lyricLines, three?.settings ?? {});

  for (const line of ["The rain can have the night", "The kettle sings before I do", "There is a chair at the table"])
    ben.tap(line);
  assert.deepEqual(ben.answer, { lines: [0, 4, 7] });
  ben.tap("Morning comes in under the door");

  assert.deepEqual(ben.answer, { lines: [0, 4, 7] });
});

test("the wall says beside each warm line how many marked it", () => {
  const html = wall(lyricLines, { settings: three?.settings ?? {}, tally: three?.tally ?? {} });

  assert.match(html, /warm-4"><span>Somebody left on the light<\/span><small>3 of 3/);
  assert.match(html, /warm-0"><span>The kettle sings before I do<\/span><\/li>/);
});

test("below ten only what more than half marked is warm, and there is no number", () => {
  const html = wall(lyricLines, { settings: most?.settings ?? {}, tally: most?.tally ?? {} });

  assert.match(html, /warm-4"><span>Somebody left on the light<\/span><small>more than half/);
  assert.equal(html.match(/warm-0/g)?.length, 7);
  assert.doesNotMatch(html, />\d/);
});
