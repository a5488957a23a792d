/** What sounds are made of, as numbers: noise and slow curves that meet their own beginning. Knows no browser. */

/** A curve over `seconds` that ends where it began: `at` gives it for each second. */
export interface Curve {
  seconds: number;
  at(second: number): number;
}

/** The same numbers on every device, so that several of them play one sound and not two. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Each sample of white noise is a surprise, the first after the last too: a loop of it has no seam. */
export function fillNoise(samples: Float32Array, seed: number): void {
  const next = chance(seed);
  for (let place = 0; place < samples.length; place++) samples[place] = 2 * next() - 1;
}

export function fillCurve(samples: Float32Array, { seconds, at }: Curve): void {
  for (let place = 0; place < samples.length; place++) samples[place] = at((seconds * place) / samples.length);
}

/** From `low` to `high` and back, once in `seconds`, like a slow tide; `early` moves its top. */
export function swell(seconds: number, low: number, high: number, early = 0): Curve {
  const turn = (2 * Math.PI) / seconds;
  return { seconds, at: (second) => low + ((high - low) * (1 - Math.cos(turn * (second + early)))) / 2 };
}

/** In over some seconds and out over more of them, as breath goes. */
export function breaths(inward: number, outward: number, low: number, high: number): Curve {
  const ease = (share: number) => (1 - Math.cos(Math.PI * share)) / 2;
  const at = (second: number) =>
    low + (high - low) * (second < inward ? ease(second / inward) : ease(1 - (second - inward) / outward));
  return { seconds: inward + outward, at };
}

/**
 * Something struck at these seconds that rings for about `ring` seconds. What still rings at the end goes on at the
 * beginning, and it is touched rather than hit: `touch` seconds from silence to its top.
 */
export function struck(seconds: number, when: readonly number[], ring: number, touch: number): Curve {
  const one = (since: number) => {
    if (since < touch) return (1 - Math.cos((Math.PI * since) / touch)) / 2;
    return Math.exp((touch - since) / ring);
  };
  const unheard = touch + 7 * ring;
  const rounds = Math.ceil(unheard / seconds);
  const at = (second: number) => {
    let loud = 0;
    for (const strike of when)
      for (let round = 0; round <= rounds; round++) {
        const since = second - strike + round * seconds;
        if (since >= 0 && since < unheard) loud += one(since);
      }
    return loud;
  };
  return { seconds, at };
}

/** Drops: short soft rings of chance pitch at chance moments; a drop at the end rings into the beginning. */
export function fillDrops(samples: Float32Array, rate: number, { seed, many }: { seed: number; many: number }): void {
  const next = chance(seed);
  for (let drop = 0; drop < many; drop++) {
    const start = Math.floor(next() * samples.length);
    const [pitch, loud, ring] = [1400 + 2600 * next(), 0.2 + 0.8 * next() ** 3, 0.006 + 0.01 * next()];
    for (let place = 0; place < rate * 8 * ring; place++) {
      const second = place / rate;
      const shape = Math.min(1, second / 0.002) * Math.exp(-second / ring);
      const at = (start + place) % samples.length;
      samples[at] = (samples[at] ?? 0) + loud * shape * Math.sin(2 * Math.PI * pitch * second);
    }
  }
}
