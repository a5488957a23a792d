import assert from "node:assert/strict";
import { test } from "node:test";
import * as checkIn from "../../../static/activities/check_in";
import { FEELINGS, type Item, type Settings, type Value } from "../../../static/activities/check_in/items";
import strings from "../../../static/activities/check_in.strings.json";
import { examplesOf, Phone, tablet } from "./face";

const examples = examplesOf("check_in");
const en: Readonly<Record<string, string>> = strings.en;

/** Gives one value with the inputs of its question. */
function give(phone: Phone, item: Item, value: Value): void {
  const { ask } = phone.settings as unknown as Settings;
  switch (item.type) {
    case "scale":
      phone.tap(item.labels[String(value)] ? `${value}, ${item.labels[String(value)]}` : String(value), item.question);
      break;
    case "feeling":
      phone.tap(item.words?.[String(value)] ?? en[`feeling.${value}`] ?? "", item.question);
      break;
    case "yes_no":
      phone.tap(value ? "Yes" : "No", item.question);
      break;
    default:
      phone.type(String(value), ask.filter(({ type }) => type === "text").indexOf(item));
  }
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

      assert.equal(JSON.stringify(ana.answer?.values ?? {}), JSON.stringify(values));
    }
  });

test("what was chosen can be taken back, and with nothing left there is nothing to send", () => {
  const ana = new Phone(checkIn, examples[0]?.settings ?? {});

  ana.tap("Yes", "I would like some group time today");
  ana.type("Rest.");
  ana.tap("Yes", "I would like some group time today");
  assert.deepEqual(ana.answer, { values: { hope: "Rest." } });
  ana.type("  ");

  assert.equal(ana.answer, null);
});

test("a question that is skipped looks open, and the page says how many are", () => {
  const ana = new Phone(checkIn, examples[0]?.settings ?? {});
  assert.equal(ana.html.match(/>Open</g)?.length, 4);

  ana.tap("2", "How strong is any urge right now?");

  assert.equal(ana.html.match(/>Open</g)?.length, 3);
  assert.match(ana.html, /1 of 4 answered\. The rest is skipped\./);
});

test("the house's words for feelings are there in both languages", () => {
  for (const words of [strings.en, strings.es] as Record<string, string>[])
    for (const key of FEELINGS) assert.ok(words[`feeling.${key}`], key);
  const items = (examples[1]?.tally.items ?? {}) as Record<string, { counts: object }>;
  assert.deepEqual(Object.keys(items.feeling?.counts ?? {}), [...FEELINGS]);
});

test("the tablet's summary holds numbers and words for each question, and no text that anyone wrote", () => {
  const [{ settings, tally } = { settings: {}, tally: {} }] = examples;
  const html = tablet(checkIn, { settings, tally });

  assert.match(html, /2 answers · middle 2\.5/);
  assert.match(html, /1 person wrote something/);
  assert.doesNotMatch(html, /get through/);
});
