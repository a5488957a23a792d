/** One short line of a person's own, with ways to begin it where there are some. The counter speaks up near the end. */
import type { Say } from "../words";
import { Growing } from "./growing";

export interface Line {
  text: string;
}

interface Props {
  question: string;
  /** Said under the question: to whom it goes, what to leave out. */
  hint: string;
  most: number;
  starters?: readonly string[];
  text: string;
  write(text: string): void;
  disabled: boolean;
  say: Say;
}

/** The counter stays silent until so few letters are left. */
const NEAR = 30;

export function OneLine({ question, hint, most, starters = [], text, write, disabled, say }: Props) {
  const left = most - text.length;
  const bare = !text.trim() || starters.includes(text.trim());
  return (
    <>
      <label class="one-line">
        <span class="question">{question}</span>
        <span class="hint">{hint}</span>
        <Growing value={text} write={write} most={most} disabled={disabled} />
      </label>
      {starters.length > 0 && bare && !disabled && (
        <fieldset class="starters">
          <legend class="hint">{say("starters")}</legend>
          {starters.map((start) => (
            <button key={start} type="button" aria-pressed={text.trim() === start} onClick={() => write(`${start} `)}>
              {start} …
            </button>
          ))}
        </fieldset>
      )}
      {left <= NEAR && (
        <p class="hint" role="status">
          {say("left", { count: left })}
        </p>
      )}
    </>
  );
}
