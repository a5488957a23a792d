/** Each phone speaks its own language, and may change it at any time. English comes with the page, others follow. */
import { signal } from "@preact/signals";
import { type Catalogue, type Catalogues, type Say, words } from "../lib/words";
import en from "../strings/participant.en.json";

const OTHERS: Record<string, () => Promise<{ default: Catalogue }>> = {
  es: () => import("../strings/participant.es.json"),
};

const catalogues = signal<Catalogues>({ en });
export const language = signal("en");

/** A page's words in the language of this phone; drawn again when that changes. */
export const say: Say = (key, values) => words(catalogues.value, language.value)(key, values);

/** Speaks a language as soon as its words have come; without a network it may have to stay with the one before. */
export async function speak(tag: string): Promise<void> {
  await fetchWords(tag);
  if (!(tag in catalogues.peek())) return;
  language.value = tag;
  document.documentElement.lang = tag;
  document.title = say("title");
  // biome-ignore lint/suspicious/noDocumentCookie: the pages that the server writes follow the phone's language.
  document.cookie = `language=${tag}; path=/; SameSite=Strict`;
}

/** Brings the other languages while there is a network, so that they can be spoken without one. */
export async function fetchAllWords(): Promise<void> {
  await Promise.all(Object.keys(OTHERS).map(fetchWords));
}

async function fetchWords(tag: string): Promise<void> {
  if (tag in catalogues.peek()) return;
  const came = await OTHERS[tag]?.().catch(() => null);
  if (came) catalogues.value = { ...catalogues.peek(), [tag]: came.default };
}
