/** Bundles every `*.test.ts(x)` under tests/browser and hands the results to Node's own test runner. */
import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, rmSync } from "node:fs";
import { build } from "esbuild";

const OUT = ".build/typescript-tests";

const tests = globSync("tests/browser/**/*.test.{ts,tsx}").sort();
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
await build({
  entryPoints: tests,
  outdir: OUT,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  // What the pages get, not what packages keep for servers.
  platform: "browser",
  external: ["node:*"],
  format: "esm",
  splitting: true,
  target: "node24",
  jsx: "automatic",
  jsxImportSource: "preact",
  loader: { ".svg": "text" },
  sourcemap: "inline",
  logLevel: "warning",
});
const runner = ["--test", "--enable-source-maps", "--test-reporter=spec", `${OUT}/**/*.test.mjs`];
process.exit(spawnSync(process.execPath, runner, { stdio: "inherit" }).status ?? 1);
