/** Writes static/dist: every file beside its .br and .gz, the manifest last, and removes what is long out of use. */
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const DIST = "static/dist";
const COMPRESSED = new Set([".js", ".css", ".svg"]);
/** A server that started before this build still hands out the file names it read then. */
const KEPT_FOR = 24 * 60 * 60 * 1000;

export async function deliver(files, notices, manifest) {
  await mkdir(DIST, { recursive: true });
  const sizes = {};
  for (const { path, contents } of files) sizes[basename(path)] = await write(basename(path), contents);
  await writeFile(`${DIST}/THIRD_PARTY_LICENSES`, notices);
  await writeFile(`${DIST}/sizes.json`, json(sizes));
  await writeFile(`${DIST}/manifest.json.new`, json(manifest));
  await rename(`${DIST}/manifest.json.new`, `${DIST}/manifest.json`);
  await removeOld(new Set(Object.keys(sizes)));
}

async function write(name, contents) {
  await writeFile(`${DIST}/${name}`, contents);
  if (!COMPRESSED.has(extname(name))) return { bytes: contents.length };
  const [br, gz] = await Promise.all([brotli(contents), promisify(gzip)(contents, { level: 9 })]);
  await writeFile(`${DIST}/${name}.br`, br);
  await writeFile(`${DIST}/${name}.gz`, gz);
  return { bytes: contents.length, br: br.length, gz: gz.length };
}

function brotli(contents) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: contents.length };
  return promisify(brotliCompress)(contents, { params });
}

async function removeOld(current) {
  for (const name of await readdir(DIST)) {
    const plain = name.replace(/\.(br|gz)$/, "");
    if (current.has(plain) || !/-[A-Z0-9]{8}\./.test(name)) continue;
    const { mtimeMs } = await stat(`${DIST}/${name}`);
    if (Date.now() - mtimeMs > KEPT_FOR) await rm(`${DIST}/${name}`);
  }
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
