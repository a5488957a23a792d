/** The open ring: a circle of chairs with one gap. Timer, breathing, waiting, the still wall. It never counts people. */

/** How much of the circle is line; the rest is the gap, at the top. */
const DRAWN = 84;

/** `share` (0 to 1) draws that much of the ring over a faint whole one, as a timer does. */
export function Ring({ share, label }: { share?: number; label?: string | undefined }) {
  return (
    <svg class="ring" viewBox="0 0 32 32" role="img" aria-label={label} aria-hidden={!label}>
      <circle class={share === undefined ? "ring-line" : "ring-rest"} cx="16" cy="16" r="13" {...arc(1)} />
      {share !== undefined && share > 0 && <circle class="ring-line" cx="16" cy="16" r="13" {...arc(share)} />}
    </svg>
  );
}

function arc(share: number) {
  const drawn = DRAWN * Math.min(1, Math.max(0, share));
  return { pathLength: 100, "stroke-dasharray": `${drawn} ${100 - drawn}` };
}
