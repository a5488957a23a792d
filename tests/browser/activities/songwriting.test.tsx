import assert from "node:assert/strict";
import { test } from "node:test";
import * as songwriting from "../../../static/activities/songwriting";
import { type Part, sheetOfSong } from "../../../static/activities/songwriting/song";
import type { WaitingShape } from "../../../static/protocol";
import { examplesOf, Phone, Tablet, wall } from "./face";

const [empty, song, plain] = examplesOf("songwriting");
if (!empty?.living || !song?.living || !plain?.living) throw new Error("The examples of songwriting have changed.");
const told = { ...song, tally: null, living: song.living };
const shared = song.living.shared;
const unbegun = empty.living;
const say = (key: string) => key;

function card(id: string, text: string, where = "wall"): WaitingShape {
  return { id, run: "r1", text, where } as WaitingShape;
}

test("a line is sent without the tick, and with it only where its writer ticks", () => {
  const ana = new Phone(songwriting, song.settings, "en", { shared: empty.living?.shared ?? {}, own: null });
  // The tick is drawn first.
  ana.type("  Not yet a song", 1);

  assert.deepEqual(ana.answer, { text: "  Not yet a song", keep: false });
  assert.match(ana.html, /Leave out names and places/);
  assert.doesNotMatch(ana.html, /checked/);
});

test("where there is no sheet, nobody is asked for one", () => {
  const phone = new Phone(songwriting, plain.settings, "en", { shared, own: null });

  assert.doesNotMatch(phone.html, /type="checkbox"|Save as/);
});

test("the sheet has only lines whose writers agreed, and no part without any", () => {
  const parts = (shared as { parts: Part[] }).parts;
  const bare = [{ id: "p9", what: "verse", again: false, lines: [{ id: "l9", text: "Mine alone", kept: false }] }];
  const sheet = sheetOfSong([...parts, ...(bare as Part[])], "Our song", say);

  assert.equal(sheet.parts.length, 3);
  assert.doesNotMatch(JSON.stringify(sheet), /let the morning in|Mine alone/);
  assert.match(JSON.stringify(sheet), /I put the kettle on/);
});

test("a phone shows the song as it is, and offers the sheet", () => {
  const html = new Phone(songwriting, song.settings, "es", { shared, own: null }).html;

  assert.match(html, /and let the morning in/);
  assert.match(html, /Guardar como texto/);
});

test("staff add what the wall has shown, where they write, and arrange it", () => {
  const cards = [card("r1.seat-dee.1.text", "A light in the hall"), card("r1.seat-eli.1.text", "Waiting", "waiting")];
  const tablet = new Tablet(songwriting, told, "en", cards);
  tablet.press("Add “A light in the hall”");
  tablet.press("Move down: I put the kettle on");
  tablet.press("Take out: Chorus again");
  tablet.press("New verse");
  tablet.press("Chorus again");

  assert.doesNotMatch(tablet.html, /Add “Waiting”/);
  assert.match(tablet.html, /not on the sheet/);
  assert.deepEqual(tablet.leads, [
    { do: "add", card: "r1.seat-dee.1.text", part: "p4" },
    { do: "move", by: 1, id: "l3" },
    { do: "out", id: "p7" },
    { do: "part", what: "verse" },
    { do: "again", part: "p4" },
  ]);
});

test("the wall shows the song and the lines without a place, and of nobody's tick", () => {
  const html = wall(songwriting, told, "en", ["A light in the hall", "I put the kettle on"]);

  assert.match(html, /A light in the hall/);
  assert.equal(html.split("I put the kettle on").length, 2);
  assert.doesNotMatch(html, /sheet/);
  assert.match(wall(songwriting, { ...told, living: unbegun }, "en", []), /The song grows here/);
});
