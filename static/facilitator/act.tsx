/** A button that asks the server for one thing. In flight or without a connection a tap does nothing. */
import type { ComponentChildren } from "preact";
import type { FacilitatorAsks } from "../protocol";
import { busyKey, useDesk } from "./desk";
import { useHere } from "./region";

type Props<Name extends keyof FacilitatorAsks> = {
  ask: Name;
  with: FacilitatorAsks[Name];
  children: ComponentChildren;
  class?: string | undefined;
  label?: string | undefined;
  pressed?: boolean | undefined;
  /** It stands there and cannot be tapped now. */
  off?: boolean | undefined;
  /** After the server has done it. */
  then?: (() => void) | undefined;
};

export function Act<Name extends keyof FacilitatorAsks>(props: Props<Name>) {
  const desk = useDesk();
  const here = useHere();
  const busy = desk.busy.value.has(busyKey(props.ask, props.with));
  const off = busy || props.off === true || !desk.link.online.value;

  async function tap() {
    if (off) return;
    if (await desk.ask(props.ask, props.with, here)) props.then?.();
  }

  // aria-disabled and not disabled: a disabled button loses the keyboard's place.
  return (
    <button
      type="button"
      class={props.class}
      aria-label={props.label}
      aria-pressed={props.pressed}
      aria-disabled={off}
      data-busy={busy}
      onClick={tap}
    >
      {props.children}
    </button>
  );
}

/** *Enter* in a field of a form is a tap on its button. */
export function tapOnEnter(event: Event & { currentTarget: HTMLFormElement }) {
  event.preventDefault();
  event.currentTarget.querySelector("button")?.click();
}
