/**
 * What the server and the pages look up by plain name. Every value is a file name in static/dist.
 *
 *   pages   {participant: {js, css, kinds: {poll: {js, css}}, words: {es: js}}}
 *           static/<page>.tsx and static/styles/<page>.css, and of each static/activities/<kind> what this page draws;
 *           a missing half is null
 *   images  {"images/ring.svg": "ring-….svg"}    static/images/
 *   worker  "service_worker.js" or null          static/service_worker.ts
 */
export function manifest({ pages, pageStyles, kindStyles, images, worker }) {
  const names = new Set([...Object.keys(pages.named), ...Object.keys(pageStyles.named)]);
  return {
    pages: Object.fromEntries(
      [...names].sort().map((name) => {
        const { name: js = null, kinds = {}, words = {} } = pages.named[name] ?? {};
        return [name, { js, css: pageStyles.named[name] ?? null, kinds: withStyles(kinds, kindStyles.named), words }];
      }),
    ),
    images: images.named,
    worker: worker.outputs[0]?.name ?? null,
  };
}

function withStyles(kinds, styles) {
  return Object.fromEntries(Object.entries(kinds).map(([kind, js]) => [kind, { js, css: styles[kind] ?? null }]));
}
