import assert from "node:assert/strict";
import { test } from "node:test";
import * as listening from "../../../static/activities/listening";
import { momentOf, type Shared, secondsLeft } from "../../../static/activities/listening/moment";
import { recipes } from "../../../static/lib/sounds/recipes";
import { examplesOf, Phone, Tablet, wall } from "./face";

const [sea, file, rain] = examplesOf("listening");
if (!sea?.living || !file?.living || !rain?.living) throw new Error("The examples of listening have changed.");
const unstarted = { at: null, seconds: null, level: 2, wall: false, heard: false };
const at = (shared: Partial<Shared>) => ({ ...sea.living, seats: ["seat-ana"], shared: { ...unstarted, ...shared } });
const started = (ago: number) => at({ at: Date.now() - 1000 * ago, seconds: 180, heard: true });

test("a sound is announced, playing, over; a file whose length nobody told is over when it is stopped", () => {
  const told: Shared = { ...unstarted, at: 10_000, seconds: 60, heard: true };

  assert.equal(momentOf(unstarted, 0), "before");
  assert.equal(momentOf(told, 4_000), "soon");
  assert.equal(secondsLeft(told, 4_001), 6);
  assert.equal(momentOf(told, 10_000), "playing");
  assert.equal(secondsLeft(told, 10_001), 60);
  assert.equal(momentOf(told, 70_000), "over");
  assert.equal(momentOf({ ...told, seconds: null }, 999_000), "playing");
  assert.equal(momentOf({ ...told, at: null }, 20_000), "over");
});

test("a phone says that it stays silent, before and while the room listens", () => {
  const before = new Phone(listening, sea.settings, "en", { shared: unstarted, own: null });
  const during = new Phone(listening, sea.settings, "es", { shared: started(5).shared, own: null });

  assert.match(before.html, /Your phone stays silent/);
  assert.match(before.html, /Hear it on this phone too/);
  assert.match(during.html, /La sala está escuchando/);
  assert.match(during.html, /Su teléfono no suena/);
});

test("what to notice can be read without any sound, with words for whoever cannot hear it", () => {
  const html = new Phone(listening, sea.settings, "en", { shared: unstarted, own: null }).html;

  assert.match(html, /Slow waves that come in and go out/);
  assert.match(html, /The slowest wave/);
});

test("a word or a tap is the answer, and nothing is asked where nothing is asked", () => {
  const shared = { shared: unstarted, own: null };
  const ana = new Phone(listening, sea.settings, "en", shared);
  ana.type("wide");
  const ben = new Phone(listening, rain.settings, "en", shared);
  ben.tap("Somewhere else");
  const chris = new Phone(listening, file.settings, "en", shared);

  assert.deepEqual(ana.answer, { word: "wide" });
  assert.deepEqual(ben.answer, { choice: "away" });
  assert.doesNotMatch(chris.html, /<input/);
});

test("an entry for somebody without a phone offers no sound", () => {
  assert.doesNotMatch(new Phone(listening, sea.settings).html, /Hear it/);
});

test("staff choose the wall and how loud, start, and stop", () => {
  const tablet = new Tablet(listening, { ...sea, living: at({}) });
  tablet.press("The wall");
  tablet.press("Full");
  tablet.press("Start");
  const after = new Tablet(listening, { ...sea, living: started(5) });
  after.press("Stop sound");

  assert.deepEqual(tablet.leads, [{ do: "wall", on: true }, { do: "level", level: 3 }, { do: "start" }]);
  assert.deepEqual(after.leads, [{ do: "stop" }]);
  assert.match(tablet.html, /Start your own player/);
});

test("a file cannot be started before the tablet has opened it", () => {
  const tablet = new Tablet(listening, { ...file, living: at({}) });

  assert.throws(() => tablet.press("Start"), /cannot be pressed/);
});

test("the wall says what is heard and that it comes", () => {
  assert.match(wall(listening, { ...sea, tally: null, living: started(-3) }), /A sound is about to start/);
  assert.match(wall(listening, { ...sea, tally: null, living: started(5) }, "es"), /Estamos escuchando/);
  assert.match(wall(listening, { settings: file.settings, tally: null }), /A slow song of ours/);
});

test("every sound has its name and words for what it is like, in both languages", () => {
  for (const sound of Object.keys(recipes))
    for (const language of ["en", "es"]) {
      const html = new Phone(listening, { ...sea.settings, sound }, language).html;
      assert.doesNotMatch(html, /(sound|like)\./, sound);
    }
});
