/** The notices of every package whose code is in the bundle: their licences ask that these travel with it. */
import { readdir, readFile } from "node:fs/promises";

export async function licenses(inputs) {
  const packages = new Set(inputs.flatMap((path) => path.match(/^node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []));
  const notices = await Promise.all([...packages].sort().map(notice));
  return notices.join(`\n${"-".repeat(78)}\n\n`);
}

async function notice(folder) {
  const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, "utf8"));
  const file = (await readdir(folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (!file) throw new Error(`${name} comes without its licence's text: look for it before shipping its code.`);
  return `${name} ${version} (${license})\n\n${await readFile(`${folder}/${file}`, "utf8")}`;
}
