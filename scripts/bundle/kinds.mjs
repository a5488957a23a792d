/** Finds the kinds of activity by folder and writes the index that the pages import. Nothing lists them by hand. */
import { createHash } from "node:crypto";
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

/** One mark for the style sheets of all kinds, made of what is in them. Where it changes, a phone fetches anew. */
export function underOneMark({ files, named, ...part }) {
  const isSheet = ({ path }) => path.endsWith(".css");
  const made = createHash("sha256");
  for (const { contents } of files.filter(isSheet)) made.update(contents);
  const mark = made.digest("hex").slice(0, 8).toUpperCase();
  const marked = (name) => name.replace(/-[A-Z0-9]{8}\.css$/, `-${mark}.css`);
  return {
    ...part,
    mark,
    files: files.map((file) => (isSheet(file) ? { path: marked(file.path), contents: file.contents } : file)),
    named: Object.fromEntries(Object.entries(named).map(([kind, name]) => [kind, marked(name)])),
  };
}

/** `styles` has the `mark` of all style sheets, and which kinds have one under `named`. */
export async function writeIndex(kinds, { mark, named }) {
  const bare = kinds.filter((kind) => !named[kind]);
  if (bare.length)
    throw new Error(`Every kind has a style: ${bare.map((kind) => `${FOLDER}/${kind}.css`)} is missing.`);
  const loaders = kinds.map((kind) => `  ${kind}: () => import("../activities/${kind}"),\n`);
  const text =
    `// Written by the build (scripts/bundle/kinds.mjs) from static/activities/. Never edited, never committed.\n\n` +
    `/** The code of each kind, loaded when it is first used. */\n` +
    `export const kinds = {\n${loaders.join("")}} as const;\n\n` +
    `/** Stands in the name of every kind's style sheet: one for all, because every phone carries it. */\n` +
    `export const styleMark: string = "${mark}";\n`;
  await mkdir("static/generated", { recursive: true });
  await writeFile("static/generated/kinds.ts", text);
}
