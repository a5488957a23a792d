/** Boxes that grow with what is written into them, so that people see all of their words. */
interface Props {
  value: string;
  write(text: string): void;
  most: number;
  disabled: boolean;
  /** Where it has no label around it. */
  label?: string;
  placeholder?: string;
}

interface Own {
  line?: string;
  rows?: number;
  enterkeyhint?: "next" | "done";
  onKeyDown?: (event: KeyboardEvent) => void;
}

export function Growing({ value, write, most, disabled, label, line = "", ...more }: Props & Own) {
  return (
    <span class={`growing${line}`} data-text={value}>
      <textarea
        {...more}
        maxLength={most}
        aria-label={label}
        value={value}
        disabled={disabled}
        onInput={({ currentTarget }) => write(currentTarget.value)}
      />
    </span>
  );
}

/** For one thing only: it begins one line high, and *Enter* goes on to the next such box, where one stands beside it. */
export function GrowingLine({ write, next = false, ...box }: Props & { next?: boolean }) {
  return (
    <Growing
      {...box}
      line=" line"
      rows={1}
      enterkeyhint={next ? "next" : "done"}
      write={(text) => write(inOneLine(text))}
      onKeyDown={goOn}
    />
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
  const boxes = [...(here.closest(".group, ol")?.querySelectorAll("textarea") ?? [])];
  const next = boxes[boxes.indexOf(here) + 1];
  if (next) next.focus();
  // Puts the phone's keyboard away, as it would for a box of one line; whoever has keys of their own stays here.
  else if (matchMedia("(pointer: coarse)").matches) here.blur();
}
