/** A scale to tap: numbers large enough for a thumb, a wide zero, nothing preset, no slider. */
import { OneOf } from "./choices";
import { labelled, layout, pointsOf, type Scaled, written } from "./scale";

interface Props {
  scale: Scaled;
  /** What is asked, for screen readers. */
  label: string;
  chosen: number | undefined;
  choose(point: number | undefined): void;
  disabled: boolean;
}

export function Points({ scale, label, chosen, choose, disabled }: Props) {
  const points = pointsOf(scale);
  const texts = labelled(scale);
  const asRows = texts.length === points.length && points.length <= 5;
  if (asRows) return <Rows scale={scale} label={label} chosen={chosen} choose={choose} disabled={disabled} />;
  const { columns, wideZero } = layout(scale);
  const choices = points.map((point) => ({
    value: point,
    says: written(point),
    ...(scale.labels[point] === undefined ? {} : { label: `${written(point)}, ${scale.labels[point]}` }),
    ...(wideZero && point === 0 ? { class: "wide" } : {}),
  }));
  return (
    <div class="points-block">
      <OneOf class="points" {...{ label, choices, chosen, choose, disabled, columns }} />
      {texts.length > 0 && (
        <ul class={texts.length > 2 ? "point-labels many" : "point-labels"} aria-hidden="true">
          {texts.map(({ point, text }) => (
            <li key={point}>
              <b>{written(point)}</b> {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Every point has words of its own: then the words are what one reads, and the number stands beside them. */
function Rows({ scale, ...rest }: Props) {
  const choices = pointsOf(scale).map((point) => ({
    value: point,
    says: (
      <>
        <b class="numbers">{written(point)}</b> <span>{scale.labels[point]}</span>
      </>
    ),
    class: "choice",
  }));
  return <OneOf class="choices" choices={choices} {...rest} />;
}
