import { INKS } from "./palette";

const COLOURS = Object.entries(INKS).filter(([ink]) => ink !== "paper");

/** The inks in a circle with one gap, as chairs stand. There are as many as there are inks. */
export function InkRing() {
  return (
    <svg class="ink-ring" viewBox="0 0 100 100" aria-hidden="true">
      {COLOURS.map(([ink, colour], at) => (
        <circle
          key={ink}
          cx="50"
          cy="20"
          r="5.5"
          fill={colour}
          transform={`rotate(${(360 * (at + 1)) / (COLOURS.length + 1)} 50 50)`}
        />
      ))}
    </svg>
  );
}
