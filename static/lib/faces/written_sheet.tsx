/** A sheet as it is read: headings with what was written under them. */
import type { Sheet } from "../sheet";

export function Written({ sheet: { title, parts } }: { sheet: Sheet }) {
  return (
    <>
      {title && <h2 class="question">{title}</h2>}
      <dl class="written-sheet">
        {parts.map(({ head, text }, place) => (
          <div key={place}>
            {head && <dt>{head}</dt>}
            {text.split("\n").map((line, row) => (
              <dd key={row}>{line}</dd>
            ))}
          </div>
        ))}
      </dl>
    </>
  );
}
