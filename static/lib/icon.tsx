/** How every icon is drawn: one line, the colour of the text beside it, silent for screen readers. Holds no icon. */
export function LineIcon({ path }: { path: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
