/** What the server wrote into the page, and what whoever set the wall up wrote into its address. */
import type { NoticesShape } from "../protocol";

export interface Page {
  language: string;
  notices: NoticesShape;
}

const QUIET: Page = { language: "en", notices: { demo: false, insecure: false } };

/** `/display?language=es&theme=dark`: a wall has no settings page and nobody to ask. */
export function readPage(): Page {
  const asked = new URLSearchParams(location.search);
  const theme = asked.get("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  const written = JSON.parse(document.getElementById("page")?.textContent || "{}") as Partial<Page>;
  const page = { ...QUIET, ...written };
  return { ...page, language: asked.get("language") ?? page.language };
}
