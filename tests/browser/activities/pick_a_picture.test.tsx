import assert from "node:assert/strict";
import { test } from "node:test";
import * as pickAPicture from "../../../static/activities/pick_a_picture";
import { examplesOf, Phone, wall } from "./face";

const [asked, all, , most, differ] = examplesOf("pick_a_picture").map(({ settings, tally }) => ({ settings, tally }));
const none = { settings: {}, tally: {} };

test("a picture is chosen by its word, and it then stands alone with a way back", () => {
  const ana = new Phone(pickAPicture, (all ?? none).settings);

  ana.tap("Lighthouse");

  assert.deepEqual(ana.answer, { picture: "lighthouse" });
  assert.match(ana.html, /<figcaption>Lighthouse/);
  assert.doesNotMatch(ana.html, /Bridge/);
  assert.match(ana.html, /Choose another picture/);
});

test("words may stand beside the picture where they are asked for, and empty words are none", () => {
  const ben = new Phone(pickAPicture, (asked ?? none).settings);
  ben.tap("Bridge");

  ben.type("Halfway over.");
  assert.deepEqual(ben.answer, { picture: "bridge", words: "Halfway over." });
  ben.type("  ");

  assert.deepEqual(ben.answer, { picture: "bridge" });
});

test("a result in numbers leaves out what nobody took", () => {
  const html = wall(pickAPicture, all ?? none);

  assert.match(html, /Path<\/span>.*2 of 7.*Kite<\/span>.*1 of 7/);
  assert.doesNotMatch(html, /Bridge/);
});

test("a result in words shows every picture, so that it does not tell which were taken", () => {
  for (const told of [most ?? none, differ ?? none]) {
    const html = wall(pickAPicture, told);
    for (const word of ["Path", "Bridge", "Storm", "Lighthouse", "Empty chair"]) assert.match(html, new RegExp(word));
    assert.doesNotMatch(html, />\d/);
  }
  assert.match(wall(pickAPicture, most ?? none), /Path<\/span><span class="says">more than half/);
  assert.match(wall(pickAPicture, differ ?? none), /The pictures differ/);
});
