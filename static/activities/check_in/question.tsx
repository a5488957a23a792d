/** One question of a check-in on the phone, whatever its type. A tap on what is chosen takes it back. */
import type { ComponentChild } from "preact";
import { OneOf } from "../../lib/faces/choices";
import { Points } from "../../lib/faces/points";
import type { Say } from "../../lib/words";
import { feelings, type Item, type Value } from "./items";
import { OpenMark } from "./open_mark";

interface Props {
  item: Item;
  value: Value | undefined;
  write(value: Value | undefined): void;
  disabled: boolean;
  say: Say;
}

export function Question({ item, value, write, disabled, say }: Props) {
  const open = value === undefined;
  const heading = (
    <span class="check-in-question">
      <OpenMark open={open} label={say(open ? "open" : "answered")} />
      {item.question}
    </span>
  );
  if (item.type === "text") return <Text {...{ item, value, write, disabled, heading }} />;
  return (
    <section class="check-in-item" aria-label={item.question}>
      <h2>{heading}</h2>
      {inputs({ item, value, write, disabled, say })}
    </section>
  );
}

function inputs({ item, value, write, disabled, say }: Props): ComponentChild {
  const group = { label: item.question, choose: write, disabled };
  switch (item.type) {
    case "scale":
      return <Points scale={item} chosen={value as number | undefined} {...group} />;
    case "feeling": {
      const choices = Object.entries(feelings(item, say)).map(([key, says]) => ({ value: key, says }));
      return <OneOf class="feelings" choices={choices} chosen={value as string | undefined} {...group} />;
    }
    default: {
      const choices = [true, false].map((said) => ({ value: said, says: say(said ? "yes" : "no") }));
      return <OneOf class="yes-no" choices={choices} chosen={value as boolean | undefined} {...group} />;
    }
  }
}

const CHARACTERS = 500;

function Text({ value, write, disabled, heading }: Omit<Props, "say"> & { heading: ComponentChild }) {
  return (
    <label class="check-in-item">
      {heading}
      <textarea
        rows={2}
        value={String(value ?? "")}
        maxLength={CHARACTERS}
        disabled={disabled}
        onInput={({ currentTarget }) => write(currentTarget.value)}
      />
    </label>
  );
}
