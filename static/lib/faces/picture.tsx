/** A small picture: one line in the colour of the text on a soft wash. Silent; the word for it stands beside it. */
export type Drawing = readonly [line: string, wash: string];

export function Picture({ drawing: [line, wash] }: { drawing: Drawing }) {
  return (
    <svg class="picture" viewBox="0 0 48 48" aria-hidden="true">
      {wash && <path class="wash" d={wash} />}
      <path d={line} />
    </svg>
  );
}
