/** A long form as a walk: one question on the page, *Back* and *Next*, and at the end all of it to read through. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Say } from "../words";
import { changed, type Field, type Filled, filledSheet, LINES } from "./form";
import { Growing, GrowingLine } from "./growing";
import { Points } from "./points";
import { Written } from "./written_sheet";

interface Props {
  title: string;
  fields: readonly Field[];
  draft: Filled | null;
  setDraft(draft: Filled | null): void;
  disabled: boolean;
  say: Say;
}

export function OneAtATime({ title, fields, draft, setDraft, disabled, say }: Props) {
  // A form that comes back complete is shown complete.
  const [at, setAt] = useState(draft && fields.every(({ key }) => key in draft) ? fields.length : 0);
  const field = fields[at];
  return (
    <div class="asked form-walk">
      <h2 class="question">{title}</h2>
      <p class="hint numbers">{field ? say("of", { number: at + 1, of: fields.length }) : say("look")}</p>
      {field ? (
        <Asked
          key={field.key}
          moved={at > 0}
          field={field}
          value={draft?.[field.key]}
          write={(value) => setDraft(changed(fields, draft, field.key, value))}
          disabled={disabled}
          say={say}
        />
      ) : (
        <Overview sheet={draft && filledSheet("", fields, draft, say)} nothing={say("look.empty")} />
      )}
      <div class="two">
        <button type="button" aria-disabled={at === 0} onClick={() => setAt(Math.max(0, at - 1))}>
          {say("back")}
        </button>
        <button type="button" aria-disabled={!field} onClick={() => setAt(Math.min(fields.length, at + 1))}>
          {say(at === fields.length - 1 ? "look" : "next")}
        </button>
      </div>
    </div>
  );
}

function Overview({ sheet, nothing }: { sheet: ReturnType<typeof filledSheet> | null; nothing: string }) {
  const box = useFocus<HTMLDivElement>(true);
  return (
    <div ref={box} tabIndex={-1}>
      {sheet ? <Written sheet={sheet} /> : <p>{nothing}</p>}
    </div>
  );
}

interface AskedProps {
  /** True once a person has walked on: the first question of a page takes the focus from nobody. */
  moved: boolean;
  field: Field;
  value: Filled[string] | undefined;
  write(value: unknown): void;
  disabled: boolean;
  say: Say;
}

function Asked({ moved, field: { key, as }, value, write, disabled, say }: AskedProps) {
  const head = useFocus<HTMLHeadingElement>(moved);
  const question = say(key);
  const like = say(`${key}.like`);
  const box = { label: question, most: 500, value: String(value ?? ""), write, disabled };
  return (
    <>
      <h3 ref={head} tabIndex={-1}>
        {question}
      </h3>
      {like !== `${key}.like` && <p class="hint">{like}</p>}
      {as === "text" && <Growing {...box} />}
      {as === "line" && <GrowingLine {...box} />}
      {as === "lines" && <Lines label={question} value={value} write={write} disabled={disabled} say={say} />}
      {as === "strength" && (
        <Points
          scale={{ from: 0, to: 10, labels: { 0: say("strength.low"), 10: say("strength.high") } }}
          label={question}
          chosen={typeof value === "number" ? value : undefined}
          choose={write}
          disabled={disabled}
        />
      )}
    </>
  );
}

function Lines({ label, value, write, disabled, say }: Omit<AskedProps, "moved" | "field"> & { label: string }) {
  const lines = Array.from({ length: LINES }, (_, place) => (Array.isArray(value) ? (value[place] ?? "") : ""));
  return (
    <div class="group">
      {lines.map((line, place) => (
        <GrowingLine
          key={place}
          label={`${label}: ${say("of", { number: place + 1, of: LINES })}`}
          next={place + 1 < LINES}
          most={120}
          value={line}
          write={(text) => write(lines.map((each, other) => (other === place ? text : each)))}
          disabled={disabled}
        />
      ))}
    </div>
  );
}

function useFocus<Box extends HTMLElement>(wanted: boolean) {
  const box = useRef<Box>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it comes onto the page, and never again.
  useEffect(() => {
    if (wanted) box.current?.focus();
  }, []);
  return box;
}
