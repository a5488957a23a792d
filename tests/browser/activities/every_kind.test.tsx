import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { kinds } from "../../../static/generated/kinds";
import { askedIn, type Example, examplesOf, Phone, tablet, toldIn, wall } from "./face";

const LANGUAGES = ["en", "es"];
const loaders: Record<string, () => Promise<object>> = kinds;

interface Drawn {
  lines?(settings: object, answer: object): string[];
}

/** One for each seat of a kind that lives, else one. */
function phones(module: object, example: Example, language: string): Phone[] {
  const settings = toldIn(example);
  const { shared, own = {}, seats } = example.living ?? { shared: {}, seats: [] };
  const each = seats.map((seat) => new Phone(module, settings, language, { shared, own: own[seat] ?? null }));
  return each.length ? each : [new Phone(module, settings, language)];
}

for (const [kind, load] of Object.entries(loaders)) {
  const examples = examplesOf(kind);

  for (const language of LANGUAGES) {
    test(`${kind}: every question and answer of its examples can be drawn on a phone (${language})`, async () => {
      const module = await load();
      for (const example of examples)
        for (const phone of phones(module, example, language))
          for (const answer of [null, ...example.answers]) {
            phone.answer = answer;
            assert.notEqual(phone.html, "");
          }
    });

    test(`${kind}: every tally of its examples can be drawn on the tablet and on the wall (${language})`, async () => {
      const module = await load();
      for (const example of examples)
        for (const tally of [example.tally, null]) {
          assert.notEqual(tablet(module, { ...example, tally }, language), "", example.says);
          wall(module, { ...example, tally }, language);
          // A wall out of contact keeps nothing that was made together.
          wall(module, { settings: toldIn(example), tally }, language);
        }
    });
  }

  test(`${kind}: its words are there in both languages, and none is a key`, async () => {
    const words = JSON.parse(readFileSync(`static/activities/${kind}.strings.json`, "utf8"));
    const module = await load();

    assert.deepEqual(Object.keys(words.es), Object.keys(words.en));
    for (const example of examples)
      for (const language of LANGUAGES) {
        const drawn = phones(module, example, language).map(({ html }) => html);
        const said = [...drawn, tablet(module, example, language), wall(module, example, language)];
        assert.doesNotMatch(said.join(" ").replace(/<[^>]*>/g, " "), /\b[a-z]+_[a-z_]+\b|\{\w+\}|undefined|NaN/);
      }
  });

  test(`${kind}: an answer that was given can be told in plain lines`, async () => {
    const { lines } = (await load()) as Drawn;
    for (const example of examples)
      for (const answer of example.answers) assert.ok(Array.isArray(lines?.(askedIn(example), answer)), kind);
  });
}
