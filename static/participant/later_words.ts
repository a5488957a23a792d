/** The words of what comes later (see `later.tsx`); they come with it, in both languages. */
import { type Say, words } from "../lib/words";
import en from "../strings/later.en.json";
import es from "../strings/later.es.json";
import { language, say } from "./language";

/** Its own words, and the page's where it has none. */
export const sayLater: Say = (key, values) =>
  key in en ? words({ en, es }, language.value)(key, values) : say(key, values);
