/**
 * What the server and the pages look up by plain name. Every value is a file name in static/dist.
 *
 *   pages   {participant: {js, css, preload}}    static/<page>.tsx and static/styles/<page>.css; a missing half is null
 *   kinds   {poll: {js, css, preload}}           static/activities/<kind>.tsx and .css
 *   images  {"images/ring.svg": "ring-….svg"}    static/images/
 *   worker  "service_worker.js" or null          static/service_worker.ts
 */
export function manifest({ kinds, pageStyles, kindStyles, scripts, images, worker }) {
  const pages = new Set([...Object.keys(scripts.pages ?? {}), ...Object.keys(pageStyles.named)]);
  return {
    pages: table([...pages].sort(), scripts.pages, pageStyles.named),
    kinds: table(kinds, scripts.kinds, kindStyles.named),
    images: images.named,
    worker: worker.outputs[0]?.name ?? null,
  };
}

function table(names, scripts = {}, styles = {}) {
  return Object.fromEntries(
    names.map((name) => [
      name,
      { js: scripts[name]?.name ?? null, css: styles[name] ?? null, preload: scripts[name]?.preload ?? [] },
    ]),
  );
}
