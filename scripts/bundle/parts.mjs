/** What esbuild makes of each part of static/: `{files, inputs, named}` and, for scripts, what each needs first. */
import { readdir } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { build } from "esbuild";

const COMMON = {
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  outdir: "static/dist",
  target: ["es2020", "safari15"],
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".svg": "file", ".png": "file", ".webp": "file", ".woff2": "file" },
};

/** We name our transports, and it is not one of them: a phone should not fetch what nobody calls. */
const WITHOUT_WEBTRANSPORT = {
  name: "without-webtransport",
  setup({ onLoad }) {
    onLoad({ filter: /engine\.io-client.*webtransport\.js$/ }, () => ({ contents: "export class WT {}" }));
  },
};

const SCRIPTS = {
  format: "esm",
  splitting: true,
  jsx: "automatic",
  jsxImportSource: "preact",
  define: { "process.env.NODE_ENV": '"production"' },
  plugins: [WITHOUT_WEBTRANSPORT],
};

/** Every style sheet of a folder that no other sheet imports: in static/styles those are the pages' own. */
export async function bundleStyles(folder) {
  const part = await bundle(await list(folder, /\.css$/));
  const imported = new Set(Object.values(part.inputsMeta).flatMap(({ imports }) => imports.map(({ path }) => path)));
  const own = part.outputs.filter(({ entry }) => !imported.has(entry));
  const kept = new Set(own.map(({ name }) => name));
  const files = part.files.filter(({ path }) => kept.has(basename(path)) || !path.endsWith(".css"));
  return { ...part, files, named: Object.fromEntries(own.map(({ entry, name }) => [stem(entry), name])) };
}

/** The pages; the kinds of activity become chunks of their own, since pages import them only when they are needed. */
export async function bundleScripts() {
  const part = await bundle(await list("static", /\.tsx$/), SCRIPTS);
  const of = (folder) => part.outputs.filter(({ entry }) => dirname(entry) === folder && entry.endsWith(".tsx"));
  const named = (folder) => Object.fromEntries(of(folder).map(({ entry, ...script }) => [stem(entry), script]));
  return { ...part, pages: named("static"), kinds: named("static/activities") };
}

/** The service worker keeps its name: browsers look for a newer one under the same address. */
export async function bundleWorker() {
  return bundle(await list("static", /^service_worker\.ts$/), { entryNames: "[name]", format: "iife" });
}

export async function bundleImages() {
  const images = await list("static/images", /\.(svg|png|webp|ico)$/);
  const copy = { ".svg": "copy", ".png": "copy", ".webp": "copy", ".ico": "copy" };
  const part = await bundle(images, { loader: copy });
  return {
    ...part,
    named: Object.fromEntries(part.outputs.map(({ entry, name }) => [`images/${basename(entry)}`, name])),
  };
}

async function bundle(entryPoints, options = {}) {
  if (!entryPoints.length) return { files: [], inputs: [], inputsMeta: {}, outputs: [], named: {} };
  const { outputFiles, metafile } = await build({ ...COMMON, ...options, entryPoints });
  return {
    files: outputFiles,
    inputs: Object.keys(metafile.inputs),
    inputsMeta: metafile.inputs,
    outputs: Object.entries(metafile.outputs).flatMap(([path, output]) => described(metafile.outputs, path, output)),
  };
}

function described(outputs, path, { entryPoint, inputs }) {
  const entry = entryPoint ?? Object.keys(inputs)[0];
  const isChunk = !entryPoint && path.endsWith(".js");
  return isChunk
    ? []
    : [{ entry, name: basename(path), preload: [...needed(outputs, path)].map((other) => basename(other)) }];
}

/** Every chunk that a script imports, and those that they import, before it can start. */
function needed(outputs, path, found = new Set()) {
  for (const { path: next, kind } of outputs[path].imports) {
    if (kind !== "import-statement" || !outputs[next] || found.has(next)) continue;
    needed(outputs, next, found.add(next));
  }
  return found;
}

async function list(folder, pattern) {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => `${folder}/${name}`);
}

function stem(path) {
  return basename(path).split(".")[0];
}
