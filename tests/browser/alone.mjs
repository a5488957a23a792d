/** Bundles one module of static/ so that a test can use it in a page of its own: `alone.mjs <module> <name> <file>`. */
import { build } from "esbuild";

const [entry, globalName, outfile] = process.argv.slice(2);
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  format: "iife",
  globalName,
  target: ["es2020", "safari15"],
  logLevel: "warning",
});
