/** One short question on the phone, whatever its type. A tap on what is chosen takes it back. */
import type { ComponentChild } from "preact";
import type { Say } from "../../words";
import { OneOf, SeveralOf } from "../choices";
import { Growing } from "../growing";
import { Points } from "../points";
import { Feelings } from "./feelings";
import { OpenMark } from "./open_mark";
import { type ChoicesItem, hoursOf, type Item, LONG, type Parts, SHORT, type Value, withPart } from "./questions";

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
    <span class="short-question-asks">
      <OpenMark open={open} label={say(open ? "open" : "answered")} />
      {item.question}
    </span>
  );
  if (item.type === "text")
    return (
      <Written
        class="short-question"
        says={heading}
        most={LONG}
        value={String(value ?? "")}
        write={write}
        disabled={disabled}
      />
    );
  return (
    <section class="short-question" aria-label={item.question}>
      <h2>{heading}</h2>
      {inputs({ item, value, write, disabled, say })}
    </section>
  );
}

function inputs({ item, value, write, disabled, say }: Props): ComponentChild {
  const group = { label: item.question, choose: write, disabled };
  const parts = (typeof value === "object" ? value : {}) as Parts;
  const put = (part: Parts) => write(withPart(value, part));
  switch (item.type) {
    case "scale":
      return <Points scale={item} chosen={value as number | undefined} {...group} />;
    case "feeling":
      return <Feelings item={item} chosen={value as string | undefined} {...group} />;
    case "medication":
    case "use":
      return (
        <>
          {item.leads_to && (
            <p class="leads-to">
              <b>{item.leads}</b> {item.leads_to}
            </p>
          )}
          <OneOf class="choices" choices={rows(item.options)} chosen={value as string | undefined} {...group} />
        </>
      );
    case "sleep":
      return (
        <>
          <Points scale={hoursOf(item)} {...group} chosen={parts.hours} choose={(hours) => put({ hours } as Parts)} />
          <p>{item.rested_question}</p>
          <OneOf
            class="side-by-side"
            choices={Object.entries(item.rested).map(([key, says]) => ({ value: key, says }))}
            label={item.rested_question}
            disabled={disabled}
            chosen={parts.rested}
            choose={(rested) => put({ rested } as Parts)}
          />
        </>
      );
    case "choices":
      return <Choices item={item} parts={parts} put={put} disabled={disabled} />;
    case "high_low":
      return (["high", "low"] as const).map((part) => (
        <Written
          key={part}
          class="short-words"
          says={item[part]}
          most={SHORT}
          value={parts[part] ?? ""}
          write={(text) => put({ [part]: text })}
          disabled={disabled}
        />
      ));
    default: {
      const choices = [true, false].map((said) => ({ value: said, says: say(said ? "yes" : "no") }));
      return <OneOf class="side-by-side" choices={choices} chosen={value as boolean | undefined} {...group} />;
    }
  }
}

function rows(options: Readonly<Record<string, string>>) {
  return Object.entries(options).map(([value, says]) => ({ value, says, class: "choice" }));
}

interface ChoicesProps {
  item: ChoicesItem;
  parts: Parts;
  put(part: Parts): void;
  disabled: boolean;
}

/** Where only one may be said, own words and a ready choice take each other's place. */
function Choices({ item, parts, put, disabled }: ChoicesProps) {
  const group = { label: item.question, class: "choices", choices: rows(item.options), disabled };
  const { chosen = [], other = "" } = parts;
  const choose = (keys: string[]) => put(item.several ? { chosen: keys } : { chosen: keys, other: "" });
  return (
    <>
      {item.several ? (
        <SeveralOf {...group} chosen={chosen} choose={choose} />
      ) : (
        <OneOf {...group} chosen={chosen[0]} choose={(key) => choose(key === undefined ? [] : [key])} />
      )}
      {item.other && (
        <Written
          class="short-words"
          says={item.own}
          most={SHORT}
          value={other}
          write={(text) => put(item.several || !text.trim() ? { other: text } : { other: text, chosen: [] })}
          disabled={disabled}
        />
      )}
    </>
  );
}

interface WrittenProps {
  says: ComponentChild;
  class: string;
  most: number;
  value: string;
  write(text: string): void;
  disabled: boolean;
}

function Written({ says, class: look, most, value, write, disabled }: WrittenProps) {
  return (
    <label class={look}>
      {says}
      <Growing rows={most > SHORT ? 2 : 1} value={value} most={most} write={write} disabled={disabled} />
    </label>
  );
}
