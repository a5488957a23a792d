/** Pens and colours. Every colour has its name beside it: no colour speaks alone. */
import { OneOf } from "../faces/choices";
import type { Say } from "../words";
import { INKS, type Ink, PENS, type Pen } from "./palette";

type Tool = Pen | "shapes";

interface PensProps {
  tool: Tool;
  choose(tool: Tool): void;
  disabled: boolean;
  say: Say;
}

export function Pens({ tool, choose, disabled, say }: PensProps) {
  const pens = Object.keys(PENS).map((value) => ({ value: value as Tool, says: say(`pen.${value}`) }));
  const shapes = { value: "shapes" as Tool, says: say("shapes") };
  return (
    <OneOf
      class="pens"
      label={say("tools")}
      choices={[...pens, shapes]}
      chosen={tool}
      choose={(next) => choose(next ?? tool)}
      disabled={disabled}
    />
  );
}

interface InksProps {
  ink: Ink;
  choose(ink: Ink): void;
  disabled: boolean;
  say: Say;
}

export function Inks({ ink, choose, disabled, say }: InksProps) {
  const choices = (Object.keys(INKS) as Ink[]).map((value) => ({
    value,
    class: "ink",
    says: (
      <>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="11" fill={INKS[value]} />
        </svg>
        <span>{say(`ink.${value}`)}</span>
      </>
    ),
  }));
  return (
    <OneOf
      class="inks"
      label={say("inks")}
      choices={choices}
      chosen={ink}
      choose={(next) => choose(next ?? ink)}
      disabled={disabled}
    />
  );
}
