/** A QR code from the server's path, dark on light in both themes, with the quiet edge that scanners need. */
const EDGE = 4;

export function Qr({ path, size, label }: { path: string; size: number; label: string }) {
  const side = size + 2 * EDGE;
  return (
    <svg class="qr" viewBox={`${-EDGE} ${-EDGE} ${side} ${side}`} role="img" aria-label={label}>
      <rect class="qr-light" x={-EDGE} y={-EDGE} width={side} height={side} />
      <path class="qr-dark" d={path} />
    </svg>
  );
}
