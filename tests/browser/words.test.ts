import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { words } from "../../static/lib/words";
import laterEn from "../../static/strings/later.en.json";
import laterEs from "../../static/strings/later.es.json";
import en from "../../static/strings/participant.en.json";
import es from "../../static/strings/participant.es.json";

const WRITTEN_BY_THE_SERVER = ["en", "es"].map(
  (tag) => JSON.parse(readFileSync(`facilitator/web/words/${tag}.json`, "utf8")) as Record<string, string>,
);

test("a phone says the promise exactly as it was agreed", () => {
  const say = words({ en, es }, "en");
  const di = words({ en, es }, "es");

  assert.equal(say("promise.anonymous"), "We keep no name with this. Staff cannot look up who sent it.");
  assert.equal(di("promise.private"), "Se queda en este aparato. Se borra al salir, si no lo guarda.");
});

test("names and numbers find their places, and one is not many", () => {
  const say = words({ en, es }, "es-MX");

  assert.equal(say("support.seen", { name: "Dr. Okoye" }), "Dr. Okoye ya lo vio.");
  const later = words({ en: laterEn, es: laterEs }, "es");
  assert.equal(later("seconds", { count: 1 }), "Queda 1 segundo");
  assert.equal(later("seconds", { count: 9 }), "Quedan 9 segundos");
});

test("a name that looks like a place for a value is left as it is", () => {
  assert.equal(words({ en, es }, "en")("support.seen", { name: "{name} $& Ana" }), "{name} $& Ana saw this.");
});

test("what one language lacks is said in English", () => {
  assert.equal(words({ en: { hello: "Hello" }, es: {} }, "es")("hello"), "Hello");
});

test("both languages have the same words with the same places", () => {
  for (const [one, other] of [[en, es], [laterEn, laterEs], WRITTEN_BY_THE_SERVER] as Record<string, string>[][]) {
    assert.deepEqual(Object.keys(one ?? {}).sort(), Object.keys(other ?? {}).sort());
    for (const [key, text] of Object.entries(one ?? {}))
      assert.deepEqual(places(other?.[key] ?? ""), places(text), key);
  }
});

test("no word on a phone judges", () => {
  const said = [en, es, laterEn, laterEs, ...WRITTEN_BY_THE_SERVER]
    .flatMap((catalogue) => Object.values(catalogue))
    .join("\n");

  assert.doesNotMatch(
    said,
    /\b(invalid|failed|forbidden|user|addict|clean|inválido|prohibido|usuario|adicto|limpio)\b/i,
  );
});

function places(text: string): string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}
