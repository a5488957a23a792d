/** Builds static/dist from static/: styles first, because the index of kinds names them; then scripts; then the manifest. */
import { deliver } from "./deliver.mjs";
import { findKinds, underOneMark, writeIndex } from "./kinds.mjs";
import { licenses } from "./licenses.mjs";
import { manifest } from "./manifest.mjs";
import { bundlePages } from "./pages.mjs";
import { bundleImages, bundleStyles, bundleWorker } from "./parts.mjs";

const kinds = await findKinds();
const pageStyles = await bundleStyles("static/styles");
const kindStyles = underOneMark(await bundleStyles("static/activities"));
await writeIndex(kinds, kindStyles);

const pages = await bundlePages();
const images = await bundleImages();
const worker = await bundleWorker();

const parts = [pageStyles, kindStyles, pages, images, worker];
await deliver(
  parts.flatMap((part) => part.files),
  await licenses(parts.flatMap((part) => part.inputs)),
  manifest({ pages, pageStyles, kindStyles, images, worker }),
);
