/** Each phone speaks its own language, and may change it at any time. */
import { signal } from "@preact/signals";
import { type Say, words } from "../lib/words";
import en from "../strings/participant.en.json";
import es from "../strings/participant.es.json";

const CATALOGUES = { en, es };

export const language = signal("en");

/** A page's words in the language of this phone; drawn again when that changes. */
export const say: Say = (key, values) => words(CATALOGUES, language.value)(key, values);

export function speak(tag: string): void {
  language.value = tag;
  document.documentElement.lang = tag;
  document.title = say("title");
  // biome-ignore lint/suspicious/noDocumentCookie: the pages that the server writes follow the phone's language.
  document.cookie = `language=${tag}; path=/; SameSite=Strict`;
}
