/** A box that grows with what is written into it, so that people see all of their words. */
interface Props {
  value: string;
  write(text: string): void;
  most: number;
  disabled: boolean;
  /** Where it has no label around it. */
  label?: string;
  /** For one thing only: it begins one line high, and *Enter* goes on to the next such box. */
  line?: boolean;
}

export function Growing({ value, write, most, disabled, label, line = false }: Props) {
  return (
    <span class={line ? "growing line" : "growing"} data-text={value}>
      <textarea
        rows={line ? 1 : 4}
        maxLength={most}
        aria-label={label}
        enterkeyhint={line ? "next" : undefined}
        value={value}
        disabled={disabled}
        onInput={({ currentTarget: { value: text } }) => write(line ? inOneLine(text) : text)}
        onKeyDown={line ? goOn : undefined}
      />
    </span>
  );
}

/** What was pasted may have lines of its own. */
function inOneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, " ");
}

function goOn(event: KeyboardEvent) {
  // While letters are being put together, Enter takes the word that is offered.
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  const here = event.currentTarget as HTMLTextAreaElement;
  const boxes = [...(here.closest(".group")?.querySelectorAll("textarea") ?? [])];
  const next = boxes[boxes.indexOf(here) + 1];
  if (next) next.focus();
  // Puts the phone's keyboard away, as it would for a box of one line; whoever has keys of their own stays here.
  else if (matchMedia("(pointer: coarse)").matches) here.blur();
}
