/**
 * Builds each page by itself, in as few files as there are moments in which it needs them: the page is one file, and
 * each piece that it loads later is one file more. A piece imports the page for what both of them use, so that
 * nothing is there twice; what only pieces use, each of them has to itself.
 */
import { basename, dirname, resolve } from "node:path";
import { build } from "esbuild";
import { COMMON, list, SCRIPTS, stem } from "./parts.mjs";
import { fileOf, inPieces, isPiece } from "./pieces.mjs";

const KINDS = resolve("static/activities");
const STRINGS = resolve("static/strings");
/** A kind's faces for other audiences stay out of a page (see the types `On…` in static/lib/kind.ts). */
const NOT_HERE = { participant: ["Facilitator", "Meanwhile"], display: ["Participant", "Facilitator"] };

/** `named`: {page: {name, kinds: {kind: file}, words: {language: file}}}. */
export async function bundlePages() {
  const built = await Promise.all((await list("static", /\.tsx$/)).map(bundlePage));
  return {
    files: built.flatMap(({ files }) => files),
    inputs: built.flatMap(({ inputs }) => inputs),
    named: Object.fromEntries(built.map(({ page, named }) => [page, named])),
  };
}

async function bundlePage(entry) {
  const page = stem(entry);
  const own = await modulesOf(entry);
  const { outputFiles, metafile } = await build({
    ...COMMON,
    ...SCRIPTS,
    entryPoints: [entry],
    chunkNames: `${page}.[name]-[hash]`,
    plugins: [...SCRIPTS.plugins, inPieces(entry, own, NOT_HERE[page] ?? [])],
  });
  const stub = Object.keys(metafile.outputs).find((path) => metafile.outputs[path].entryPoint === entry);
  const script = startOf(metafile.outputs, stub);
  return {
    page,
    files: outputFiles.filter(({ path }) => basename(path) !== basename(stub) || script === stub),
    inputs: Object.keys(metafile.inputs).map(fileOf),
    named: { name: basename(script), kinds: kindsIn(metafile.outputs), words: wordsIn(metafile.outputs) },
  };
}

/** Since its pieces import the page, esbuild puts it into a chunk and leaves a stub that does nothing but import it. */
function startOf(outputs, stub) {
  const { inputs, imports } = outputs[stub];
  const first = imports.filter(({ kind }) => kind === "import-statement");
  return Object.keys(inputs).length || first.length !== 1 ? stub : first[0].path;
}

function kindsIn(outputs) {
  const kinds = Object.entries(outputs).flatMap(([path, { entryPoint = "" }]) => {
    const file = fileOf(entryPoint);
    return isPiece(entryPoint) && dirname(resolve(file)) === KINDS ? [[stem(file), basename(path)]] : [];
  });
  return Object.fromEntries(kinds.sort());
}

/** `static/strings/participant.es.json`, where a page fetches its words by language. */
function wordsIn(outputs) {
  const words = Object.entries(outputs).flatMap(([path, { entryPoint = "" }]) => {
    const file = fileOf(entryPoint);
    return isPiece(entryPoint) && dirname(resolve(file)) === STRINGS ? [[file.split(".")[1], basename(path)]] : [];
  });
  return Object.fromEntries(words.sort());
}

/** Every module that comes with the page itself: all that it imports at once. */
async function modulesOf(entry) {
  const only = ({ kind }) => (kind === "dynamic-import" ? { external: true, path: "later" } : undefined);
  const survey = { name: "without-pieces", setup: ({ onResolve }) => onResolve({ filter: /^/ }, only) };
  const { metafile } = await build({ ...COMMON, ...SCRIPTS, entryPoints: [entry], plugins: [survey] });
  return new Set(Object.keys(metafile.inputs).map((path) => resolve(path)));
}
