/** The words that the wall says of its own, in the language that its room was given. */
import { signal } from "@preact/signals";
import { type Say, words } from "../lib/words";
import en from "../strings/display.en.json";
import es from "../strings/display.es.json";

const CATALOGUES = { en, es };

export const language = signal("en");

export const say: Say = (key, values) => words(CATALOGUES, language.value)(key, values);

export function speak(tag: string): void {
  language.value = tag;
  document.documentElement.lang = tag;
}
