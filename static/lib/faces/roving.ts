/** Arrow keys inside a group of radio buttons: one stop for the Tab key, arrows move and choose. Knows no kind. */

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Where the focus goes from `at` among `of`; null for a key that means nothing here. */
export function whereTo(key: string, at: number, of: number): number | null {
  if (key === "Home") return 0;
  if (key === "End") return of - 1;
  const step = STEPS[key];
  return step === undefined ? null : (at + step + of) % of;
}

/** Put on the group. It focuses the radio that the key leads to and presses it, unless it is chosen already. */
export function rove(event: KeyboardEvent): void {
  const group = event.currentTarget as HTMLElement;
  const radios = [...group.querySelectorAll<HTMLButtonElement>('[role="radio"]:not(:disabled)')];
  const to = whereTo(event.key, radios.indexOf(event.target as HTMLButtonElement), radios.length);
  const radio = to === null ? undefined : radios[to];
  if (!radio) return;
  event.preventDefault();
  radio.focus();
  if (radio.getAttribute("aria-checked") !== "true") radio.click();
}
