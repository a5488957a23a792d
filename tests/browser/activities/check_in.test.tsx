import assert from "node:assert/strict";
import { test } from "node:test";
import * as checkIn from "../../../static/activities/check_in";
import * as checkOut from "../../../static/activities/check_out";
import { FACES } from "../../../static/lib/faces/short_questions/feelings";
import type { Item, Parts, Settings, Value } from "../../../static/lib/faces/short_questions/questions";
import { examplesOf, Phone, tablet } from "./face";

const examples = examplesOf("check_in");
const [grown = { settings: {}, tally: {} }, usual = { settings: {}, tally: {} }] = examples;

/** The boxes of a page, in the order in which they stand there. */
function boxesOf({ ask }: Settings): string[] {
  return ask.flatMap((item) => {
    if (item.type === "text") return item.key;
    if (item.type === "high_low") return [`${item.key}.high`, `${item.key}.low`];
    return item.type === "choices" && item.other ? `${item.key}.other` : [];
  });
}

/** Gives one value with the inputs of its question. */
function give(phone: Phone, item: Item, value: Value): void {
  const write = (box: string, text: string) =>
    phone.type(text, boxesOf(phone.settings as unknown as Settings).indexOf(box));
  const parts = value as Parts;
  switch (item.type) {
    case "scale":
      phone.tap(item.labels[String(value)] ? `${value}, ${item.labels[String(value)]}` : String(value), item.question);
      break;
    case "feeling":
      phone.tap(item.words?.[String(value)] ?? "", item.question);
      break;
    case "medication":
    case "use":
      phone.tap(item.options[String(value)] ?? "", item.question);
      break;
    case "sleep":
      if (parts.rested) phone.tap(item.rested[parts.rested] ?? "", item.rested_question);
      if (parts.hours !== undefined) phone.tap(parts.hours === 12 ? "12, or more" : String(parts.hours), item.question);
      break;
    case "choices":
      for (const key of [...(parts.chosen ?? [])].reverse()) phone.tap(item.options[key] ?? "", item.question);
      if (parts.other) write(`${item.key}.other`, parts.other);
      break;
    case "high_low":
      for (const part of ["low", "high"] as const) if (parts[part]) write(`${item.key}.${part}`, parts[part] ?? "");
      break;
    case "text":
      write(item.key, String(value));
      break;
    default:
      phone.tap(value ? "Yes" : "No", item.question);
  }
}

/** As a server keeps it: parts in their own order. */
function asKept(values: object): string {
  const parts = ["hours", "rested", "chosen", "other", "high", "low"] as const;
  const kept = (value: unknown) =>
    typeof value === "object" && value !== null
      ? Object.fromEntries(parts.flatMap((part) => (part in value ? [[part, (value as Parts)[part]]] : [])))
      : value;
  return JSON.stringify(Object.fromEntries(Object.entries(values).map(([key, value]) => [key, kept(value)])));
}

for (const { says, settings, answers } of examples)
  test(`each answer can be given with one thumb: ${says}`, () => {
    const { ask } = settings as unknown as Settings;
    for (const answer of answers) {
      const { values } = answer as { values: Record<string, Value> };
      const ana = new Phone(checkIn, settings);

      // From the last question to the first: the order of answering must not show.
      for (const item of [...ask].reverse()) {
        const value = values[item.key];
        if (value !== undefined) give(ana, item, value);
      }

      assert.equal(asKept(ana.answer?.values ?? {}), asKept(values));
    }
  });

test("what was chosen can be taken back, and with nothing left there is nothing to send", () => {
  const ana = new Phone(checkIn, usual.settings);

  ana.tap("Yes", "I would like some group time today");
  ana.type("Rest.");
  ana.tap("Yes", "I would like some group time today");
  assert.deepEqual(ana.answer, { values: { hope: "Rest." } });
  ana.type("  ");

  assert.equal(ana.answer, null);
});

test("a question that is skipped looks open, and the page says how many are", () => {
  const ana = new Phone(checkIn, usual.settings);
  assert.equal(ana.html.match(/>Open</g)?.length, 4);

  ana.tap("2", "How strong is any urge right now?");

  assert.equal(ana.html.match(/>Open</g)?.length, 3);
  assert.match(ana.html, /1 of 4 answered\. The rest is skipped\./);
});

test("a face that we drew, or a color, never stands without its word", () => {
  const words = Object.fromEntries(Object.keys(FACES).map((key) => [key, `word for ${key}`]));
  const item = { key: "feeling", type: "feeling", question: "How?", as: "pictures", words };
  const pictures = new Phone(checkIn, { ask: [item] }).html;
  const colours = new Phone(checkIn, grown.settings).html;

  assert.equal(
    pictures.match(/<svg[^>]*aria-hidden="true"[^>]*><path[^>]*><\/path><\/svg><span>word for /g)?.length,
    12,
  );
  assert.equal(new Set(Object.values(FACES)).size, 12);
  assert.match(colours, /<span class="swatch red"><\/span><span>Red<\/span>/);
});

test("what a yes about use leads to is read with the question", () => {
  const options = { yes: "Yes", no: "No", in_person: "In person" };
  const item = {
    key: "use",
    type: "use",
    question: "Since last group?",
    options,
    leads: "Then:",
    leads_to: "We talk, today.",
  };
  const { html } = new Phone(checkIn, { ask: [item] });

  assert.ok(html.indexOf("We talk, today.") < html.indexOf("In person"));
});

test("the tablet says why nobody is asked about use", () => {
  const settings = { ask: [], left_out: ["use"] };

  assert.match(tablet(checkIn, { settings, tally: null }), /has not written yet what a yes leads to/);
  assert.doesNotMatch(tablet(checkIn, { settings: { ask: [] }, tally: null }), /has not written/);
});

test("where one thing is asked for, own words and a ready choice take each other's place", () => {
  const options = { call: "A call", walk: "A walk" };
  const ask = [
    { key: "support", type: "choices", question: "What helped?", options, several: false, other: true, own: "Else" },
  ];
  const ana = new Phone(checkIn, { ask });

  ana.tap("A call");
  ana.type("A song");
  assert.deepEqual(ana.answer, { values: { support: { other: "A song" } } });
  ana.tap("A walk");
  assert.deepEqual(ana.answer, { values: { support: { chosen: ["walk"] } } });
});

test("a check-out is answered and summed up as a check-in is, and shown to no wall", () => {
  const [{ settings, tally } = usual] = examplesOf("check_out");
  const ana = new Phone(checkOut, settings);

  ana.tap("3", "How strong is any urge right now?");

  assert.deepEqual(ana.answer, { values: { craving: 3 } });
  assert.match(tablet(checkOut, { settings, tally }), /1 person wrote something/);
});

test("the tablet's summary holds numbers and words for each question, and no text that anyone wrote", () => {
  const html = tablet(checkIn, usual);

  assert.match(html, /2 answers · middle 2\.5/);
  assert.match(html, /1 person wrote something/);
  assert.doesNotMatch(html, /get through/);
});
