/** What the server wrote into the page, before any connection: so that help is there even when the network is not. */
import type { CrisisShape, NoticesShape } from "../protocol";

export interface Page {
  language: string;
  /** Every language there is, by its own name: `{en: "English", es: "Español"}`. */
  languages: Record<string, string>;
  crisis: CrisisShape[];
  walk_to: string;
  notices: NoticesShape;
  /** This device goes to somebody else next: a tablet of the clinic that is passed round. */
  shared: boolean;
}

export function readPage(): Page {
  return JSON.parse(document.getElementById("page")?.textContent ?? "{}") as Page;
}
