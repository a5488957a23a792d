/** A part of the stage that scrolls by itself; the keyboard can stop there, whatever stands in it. */
import type { ComponentChildren } from "preact";

export function Scroll({
  label,
  class: look,
  children,
}: {
  label: string;
  class?: string;
  children: ComponentChildren;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: text that scrolls is out of the keyboard's reach without it.
    <section class={look ? `scroll ${look}` : "scroll"} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
