/** Choices under the thumb: one of them, or several. Nothing is preset, and a second tap takes a choice back. */
import type { ComponentChild } from "preact";
import { rove } from "./roving";

export interface Choice<Value> {
  value: Value;
  says: ComponentChild;
  /** What a screen reader says, where the button alone does not say it. */
  label?: string;
  class?: string;
}

interface OneOfProps<Value> {
  /** What is asked, for screen readers; the eye finds it above. */
  label: string;
  choices: Choice<Value>[];
  chosen: Value | undefined;
  choose(value: Value | undefined): void;
  disabled: boolean;
  class: string;
  columns?: number;
}

export function OneOf<Value>({ label, choices, chosen, choose, disabled, columns, ...rest }: OneOfProps<Value>) {
  const stop = Math.max(
    0,
    choices.findIndex(({ value }) => value === chosen),
  );
  return (
    <div class={`chooses ${rest.class}`} role="radiogroup" aria-label={label} data-columns={columns} onKeyDown={rove}>
      {choices.map(({ value, says, label: spoken, class: look }, place) => (
        // biome-ignore lint/a11y/useSemanticElements: a radio input cannot be taken back by a second tap.
        <button
          type="button"
          role="radio"
          key={String(value)}
          class={look}
          aria-checked={value === chosen}
          aria-label={spoken}
          tabIndex={place === stop ? 0 : -1}
          disabled={disabled}
          onClick={() => choose(value === chosen ? undefined : value)}
        >
          {says}
        </button>
      ))}
    </div>
  );
}

interface SeveralOfProps {
  label: string;
  choices: Choice<string>[];
  chosen: string[];
  choose(values: string[]): void;
  disabled: boolean;
  class: string;
}

/** `choose` gives the keys in the order of the question, however they were tapped. */
export function SeveralOf({ label, choices, chosen, choose, disabled, ...rest }: SeveralOfProps) {
  const tap = (tapped: string) => {
    const wanted = (key: string) => (key === tapped ? !chosen.includes(key) : chosen.includes(key));
    choose(choices.map(({ value }) => value).filter(wanted));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the question above is a heading of the page, not a legend.
    <div class={`chooses ${rest.class}`} role="group" aria-label={label}>
      {choices.map(({ value, says, class: look }) => (
        // biome-ignore lint/a11y/useSemanticElements: drawn as the single choices are, so that both feel alike.
        <button
          type="button"
          role="checkbox"
          key={value}
          class={look}
          aria-checked={chosen.includes(value)}
          disabled={disabled}
          onClick={() => tap(value)}
        >
          {says}
        </button>
      ))}
    </div>
  );
}
