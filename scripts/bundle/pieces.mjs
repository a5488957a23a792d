/** An esbuild plugin: whatever a page imports later becomes one file, which imports the page for what both use. */
import { readFile } from "node:fs/promises";
import { dirname, extname, relative, resolve } from "node:path";
import { build } from "esbuild";
import { COMMON, SCRIPTS } from "./parts.mjs";

/** What a module exports by name. */
async function exportsOf(file) {
  if (extname(file) === ".json") return ["default"];
  const { metafile } = await build({ ...COMMON, ...SCRIPTS, splitting: false, entryPoints: [file] });
  return Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint)?.exports ?? [];
}

function loaderOf(ending) {
  return COMMON.loader[ending] ?? ending.slice(1).replace("mjs", "js");
}

/** `piece:<file>` stands for what is imported later; `of:<file>`, as a namespace, for the modules only it has. */
export function inPieces(entry, own, notHere) {
  const ASKED = Symbol("asked");
  return {
    name: "in-pieces",
    setup({ onResolve, onLoad, resolve: find }) {
      onResolve({ filter: /^/ }, async (asked) => {
        if (asked.pluginData === ASKED || asked.kind === "entry-point") return undefined;
        const { kind, importer, resolveDir, namespace } = asked;
        const found = await find(asked.path, { kind, importer, resolveDir, pluginData: ASKED });
        if (found.errors.length) return { errors: found.errors };
        const { path: file, sideEffects } = found;
        if (own.has(file)) return { path: file, sideEffects };
        // Names of files are made of such paths: they must not tell where the house was built.
        const path = relative(".", file);
        if (kind === "dynamic-import") return { path, namespace: "piece" };
        const piece = namespace === "piece" ? fileOf(importer) : namespace.slice("of:".length);
        return { path, sideEffects, namespace: `of:${piece}` };
      });
      onLoad({ filter: /^/, namespace: "piece" }, async ({ path }) => {
        const names = (await exportsOf(resolve(path))).filter((name) => !notHere.includes(name));
        const [page, file] = [entry, path].map((each) => JSON.stringify(resolve(each)));
        const contents = `import ${page};\nexport { ${names.join(", ")} } from ${file};\n`;
        return { contents, loader: "js", resolveDir: dirname(resolve(path)) };
      });
      onLoad({ filter: /^/ }, async ({ path, namespace }) => {
        if (!namespace.startsWith("of:")) return undefined;
        return { contents: await readFile(path), loader: loaderOf(extname(path)), resolveDir: dirname(resolve(path)) };
      });
    },
  };
}

export function isPiece(path) {
  return path.startsWith("piece:");
}

/** The file behind a path of the metafile, which may begin with a namespace of ours. */
export function fileOf(path) {
  const inside = path.replace(/^(piece|of:[^:]*):/, "");
  return relative(".", resolve(inside));
}
