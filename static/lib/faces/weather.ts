/** The sky, for how it is inside: eight pictures with the keys that answers hold. Their words are each kind's own. */
import type { Drawing } from "./picture";

const CLOUD = "M14 29a8 8 0 0 1 0-16 11 11 0 0 1 21-2 9 9 0 0 1 1 18z";

export const WEATHER: Readonly<Record<string, Drawing>> = {
  sun: [
    "M15 24a9 9 0 1 0 18 0 9 9 0 1 0-18 0M24 4v6m0 28v6M4 24h6m28 0h6M10 10l4 4m20 20l4 4M38 10l-4 4M14 34l-4 4",
    "M15 24a9 9 0 1 0 18 0 9 9 0 1 0-18 0",
  ],
  clearing: [
    "M15 43a7 7 0 0 1 0-14 10 10 0 0 1 18-1 8 8 0 0 1 1 15zM14 25a11 11 0 1 1 22 0M25 3v5M8 11l4 4M3 24h5M42 11l-4 4M46 24h-5",
    "M14 25a11 11 0 1 1 22 0q-6-5-13 0z",
  ],
  cloud: [
    "M13 38a9 9 0 0 1 0-18 13 13 0 0 1 24-2 10 10 0 0 1 0 20z",
    "M13 38a9 9 0 0 1 0-18 13 13 0 0 1 24-2 10 10 0 0 1 0 20z",
  ],
  fog: ["M12 22a12 12 0 0 1 23-5M8 22h30M4 29h34m5 0h1M9 36h3m6 0h25M13 43h22", "M12 22a12 12 0 0 1 23-5l3 5z"],
  rain: [`${CLOUD}M14 34l-3 8m11-8l-3 8m11-8l-3 8m11-8l-3 8`, CLOUD],
  storm: [`${CLOUD}M25 20l-6 12h9l-6 12M12 34l-2 6m27-6l-2 6`, CLOUD],
  wind: ["M4 17h24a6 6 0 1 0-6-6M4 25h34a6 6 0 1 1-6 6M4 33h15a5 5 0 1 1-5 5", ""],
  snow: [
    `${CLOUD}M13 34v6m-2.6-4.5l5.2 3m0-3l-5.2 3M25 37v6m-2.6-4.5l5.2 3m0-3l-5.2 3M37 34v6m-2.6-4.5l5.2 3m0-3l-5.2 3`,
    CLOUD,
  ],
};
