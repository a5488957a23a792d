import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { kinds } from "../../../static/generated/kinds";
import { examplesOf, Phone, tablet, wall } from "./face";

const LANGUAGES = ["en", "es"];
const loaders: Record<string, () => Promise<object>> = kinds;

interface Drawn {
  lines?(settings: object, answer: object): string[];
}

for (const [kind, load] of Object.entries(loaders)) {
  const examples = examplesOf(kind);

  for (const language of LANGUAGES) {
    test(`${kind}: every question and answer of its examples can be drawn on a phone (${language})`, async () => {
      const module = await load();
      for (const { settings, answers } of examples) {
        const phone = new Phone(module, settings, language);
        for (const answer of [null, ...answers]) {
          phone.answer = answer;
          assert.notEqual(phone.html, "");
        }
      }
    });

    test(`${kind}: every tally of its examples can be drawn on the tablet and on the wall (${language})`, async () => {
      const module = await load();
      for (const { settings, tally, says } of examples)
        for (const told of [tally, null]) {
          assert.notEqual(tablet(module, { settings, tally: told }, language), "", says);
          wall(module, { settings, tally: told }, language);
        }
    });
  }

  test(`${kind}: its words are there in both languages, and none is a key`, async () => {
    const words = JSON.parse(readFileSync(`static/activities/${kind}.strings.json`, "utf8"));
    const module = await load();

    assert.deepEqual(Object.keys(words.es), Object.keys(words.en));
    for (const { settings, tally } of examples)
      for (const language of LANGUAGES) {
        const said = [new Phone(module, settings, language).html, tablet(module, { settings, tally }, language)];
        assert.doesNotMatch(said.join(" ").replace(/<[^>]*>/g, " "), /\b[a-z]+_[a-z_]+\b|\{\w+\}|undefined|NaN/);
      }
  });

  test(`${kind}: an answer that was given can be told in plain lines`, async () => {
    const { lines } = (await load()) as Drawn;
    for (const { settings, answers } of examples)
      for (const answer of answers) assert.ok(Array.isArray(lines?.(settings, answer)), kind);
  });
}
