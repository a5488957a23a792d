/** Finds the kinds of activity by folder and writes the index that the pages import. Nothing lists them by hand. */
import { mkdir, readdir, writeFile } from "node:fs/promises";

const FOLDER = "static/activities";

/** Every `.tsx` in the folder is a kind; what kinds share is a `.ts` there, or lives in `static/lib`. */
export async function findKinds() {
  const files = await readdir(FOLDER).catch(() => []);
  return files
    .filter((file) => /^[a-z][a-z0-9_]*\.tsx$/.test(file))
    .map((file) => file.slice(0, -".tsx".length))
    .sort();
}

/** `styles` maps a kind to the built name of its style sheet, when it has one. */
export async function writeIndex(kinds, styles) {
  const loaders = kinds.map((kind) => `  ${kind}: () => import("../activities/${kind}"),\n`);
  const sheets = kinds.filter((kind) => styles[kind]).map((kind) => styles[kind].replace(/\.css$/, ""));
  const text =
    `// Written by the build (scripts/bundle/kinds.mjs) from static/activities/. Never edited, never committed.\n\n` +
    `/** The code of each kind, loaded when it is first used. */\n` +
    `export const kinds = {\n${loaders.join("")}} as const;\n\n` +
    `/** The style sheets of kinds that have one, without their ending: names of files beside the built scripts.\n` +
    ` * One text, because every phone carries it: a map would say each kind twice. */\n` +
    `export const styles: string =\n  "${sheets.join(" ")}";\n`;
  await mkdir("static/generated", { recursive: true });
  await writeFile("static/generated/kinds.ts", text);
}
