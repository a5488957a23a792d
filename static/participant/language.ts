/** Each phone speaks its own language, and may change it at any time. Its words come first, the others follow. */
import { signal } from "@preact/signals";
import { type Catalogue, type Catalogues, type Say, words } from "../lib/words";

const LANGUAGES: Record<string, () => Promise<{ default: Catalogue }>> = {
  en: () => import("../strings/participant.en.json"),
  es: () => import("../strings/participant.es.json"),
};
const AGAIN = 1000;

const catalogues = signal<Catalogues>({ en: {} });
const came = new Set<string>();
export const language = signal("en");

/** A page's words in the language of this phone; drawn again when that changes. */
export const say: Say = (key, values) => words(catalogues.value, language.value)(key, values);

/** Speaks a language as soon as its words have come; without a network it may have to stay with the one before. */
export async function speak(tag: string): Promise<void> {
  await fetchWords(tag);
  if (!came.has(tag)) return;
  language.value = tag;
  document.documentElement.lang = tag;
  document.title = say("title");
  // As `web/languages.py` names it.
  const [name, only] = location.protocol === "https:" ? ["__Host-language", "; Secure"] : ["language", ""];
  // biome-ignore lint/suspicious/noDocumentCookie: the pages that the server writes follow the phone's language.
  document.cookie = `${name}=${tag}; path=/; SameSite=Strict${only}`;
}

/** The first words of a page. It goes on trying: a page without words would be no page. */
export async function speakFirst(tag: string): Promise<void> {
  const known = tag in LANGUAGES ? tag : "en";
  await speak(known);
  while (!came.has(known)) {
    await new Promise((go) => setTimeout(go, AGAIN * (1 + Math.random())));
    await speak(known);
  }
}

/** Brings the other languages while there is a network, so that they can be spoken without one. */
export async function fetchAllWords(): Promise<void> {
  await Promise.all(Object.keys(LANGUAGES).map(fetchWords));
}

async function fetchWords(tag: string): Promise<void> {
  if (came.has(tag)) return;
  const words = await LANGUAGES[tag]?.().catch(() => null);
  if (!words) return;
  came.add(tag);
  catalogues.value = { ...catalogues.peek(), [tag]: words.default };
}
