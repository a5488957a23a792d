/** The things that have a place: moved by buttons or by a finger on the handle, and each move said aloud. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Say } from "../../lib/words";
import { moved, placeAt } from "./order";

interface Props {
  order: string[];
  options: Readonly<Record<string, string>>;
  setOrder(order: string[]): void;
  disabled: boolean;
  say: Say;
}

/** Rows are known by their place and not by what stands there: a row that the page moved would slip from the finger. */
export function Places({ order, options, setOrder, disabled, say }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const follow = useFocus(list);
  const [told, setTold] = useState("");
  const move = (from: number, to: number) => {
    if (disabled || to < 0 || to >= order.length || to === from) return;
    setOrder(moved(order, from, to));
    setTold(say("told", { text: options[order[from] ?? ""] ?? "", place: to + 1, of: order.length }));
  };
  const { lifted, ...drag } = useDrag(list, move);
  return (
    <>
      <ol class="ranking-places" ref={list} {...drag}>
        {order.map((key, place) => (
          <li key={place} class={place === lifted ? "lifted" : undefined}>
            <span class="ranking-handle" data-place={disabled ? undefined : place}>
              <b class="numbers">{place + 1}</b>
              <span>{options[key]}</span>
            </span>
            {([-1, 1] as const).map((step) => (
              <button
                key={step}
                type="button"
                class="ranking-move"
                aria-label={say(step < 0 ? "up" : "down", { text: options[key] ?? "" })}
                aria-disabled={disabled || order[place + step] === undefined}
                onClick={() => {
                  if (!disabled && order[place + step] !== undefined) follow(place + step, step);
                  move(place, place + step);
                }}
              >
                <Arrow up={step < 0} />
              </button>
            ))}
          </li>
        ))}
      </ol>
      <p class="aside" role="status">
        {told}
      </p>
    </>
  );
}

/** The focus goes with what was moved, so that the next press moves the same thing on. */
function useFocus(list: { current: HTMLElement | null }) {
  const next = useRef<{ place: number; step: number } | null>(null);
  useLayoutEffect(() => {
    if (!next.current) return;
    const { place, step } = next.current;
    next.current = null;
    list.current?.children[place]?.querySelectorAll("button")[step < 0 ? 0 : 1]?.focus();
  });
  return (place: number, step: number) => {
    next.current = { place, step };
  };
}

/** A finger on the handle carries its row; the list listens, because it stays where it is. */
function useDrag(list: { current: HTMLElement | null }, move: (from: number, to: number) => void) {
  const [lifted, setLifted] = useState<number | null>(null);
  const drop = () => setLifted(null);
  return {
    lifted,
    onPointerDown(event: PointerEvent) {
      const handle = (event.target as Element).closest<HTMLElement>("[data-place]");
      if (!handle || event.button !== 0) return;
      list.current?.setPointerCapture(event.pointerId);
      setLifted(Number(handle.dataset.place));
    },
    onPointerMove({ clientY }: PointerEvent) {
      if (lifted === null) return;
      const rows = [...(list.current?.children ?? [])];
      const to = placeAt(
        clientY,
        rows.map((row) => row.getBoundingClientRect().bottom),
      );
      if (to === lifted) return;
      move(lifted, to);
      setLifted(to);
    },
    onPointerUp: drop,
    onPointerCancel: drop,
  };
}

function Arrow({ up }: { up: boolean }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={up ? "M12 20V4m-6 6 6-6 6 6" : "M12 4v16m-6-6 6 6 6-6"} />
    </svg>
  );
}
