import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import type * as Esbuild from "esbuild";
import { tablet, wall } from "./face";

const guide = readFileSync("docs/adding-an-activity.md", "utf8");

/** The first block of code in this language. */
function written(language: string): string {
  return new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "ms").exec(guide)?.[1] ?? "";
}

/** The guide's faces, built as the pages are, with the guide's words. */
async function followed(): Promise<object> {
  const { build } = createRequire(import.meta.url)("esbuild") as typeof Esbuild;
  const { outputFiles } = await build({
    stdin: { contents: written("tsx"), resolveDir: "static/activities", loader: "tsx" },
    bundle: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "preact",
    plugins: [
      {
        name: "words of the guide",
        setup({ onLoad, onResolve }) {
          onResolve({ filter: /traffic_light\.strings\.json$/ }, () => ({ path: "words", namespace: "guide" }));
          onLoad({ filter: /.*/, namespace: "guide" }, () => ({ contents: written("jsonc"), loader: "json" }));
        },
      },
    ],
  });
  const file = ".build/typescript-tests/traffic_light_of_the_guide.mjs";
  writeFileSync(file, outputFiles[0]?.contents ?? "");
  return (await import(pathToFileURL(file).href)) as object;
}

test("the faces of the guide draw the examples of the guide", async () => {
  const module = await followed();
  const [counted, few] = JSON.parse(written("json"));

  assert.match(tablet(module, counted), /Green.*2 of 3.*Yellow.*0 of 3/);
  assert.match(wall(module, counted, "es"), /Rojo.*1 de 3/);
  assert.match(wall(module, few), /Too few/);
});

test("every part of a kind's module is explained in the guide", () => {
  const contract = readFileSync("static/lib/kind.ts", "utf8").split("export interface KindModule")[1] ?? "";
  const parts = [...contract.matchAll(/^ {2}(\w+)\??[(:]/gm)].map(([, name]) => name ?? "");

  assert.ok(parts.length >= 6);
  assert.deepEqual(
    parts.filter((part) => !guide.includes(`\`${part}`)),
    [],
  );
});
