/** Where the keyboard goes when something opens or goes away, so that it never falls out of the page. */
import { useEffect, useRef } from "preact/hooks";

/** Gives the place the focus when what it shows opens; when it goes away, only if it took the focus with it. */
export function useFocusOn<Place extends HTMLElement>(shown: object, opened: boolean) {
  const place = useRef<Place>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (opened || lost) place.current?.focus({ preventScroll: true });
  }, [shown, opened]);
  return place;
}
