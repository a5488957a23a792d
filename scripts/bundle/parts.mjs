/** What esbuild makes of each part of static/ but the pages: `{files, inputs, named}`. */
import { readdir } from "node:fs/promises";
import { basename } from "node:path";
import { build } from "esbuild";

export const COMMON = {
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

export const SCRIPTS = {
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
    outputs: Object.entries(metafile.outputs).map(([path, { entryPoint, inputs }]) => ({
      entry: entryPoint ?? Object.keys(inputs)[0],
      name: basename(path),
    })),
  };
}

export async function list(folder, pattern) {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => `${folder}/${name}`);
}

export function stem(path) {
  return basename(path).split(".")[0];
}
