/** The moment that is being rated now; drawn again when the next one comes. Null while nobody surfs here. */
import { useEffect, useState } from "preact/hooks";
import { momentsOf, placeAt, type Timed } from "./wave";

/** `start` is when this person began, by this device's own clock. `over` is told once the last minute has gone. */
export function usePlace({ minutes, every }: Timed, start: number | null): number | null {
  const [place, setPlace] = useState<number | null>(null);
  useEffect(() => {
    if (start === null) return setPlace(null);
    const timed = { minutes, every };
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      const since = Date.now() - start;
      const here = placeAt(timed, since);
      setPlace(here);
      if (here < momentsOf(timed).length - 1) timer = setTimeout(look, 1000 * every * (here + 1) - since);
    };
    look();
    // A phone that slept has missed the moment.
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [start, minutes, every]);
  return start === null ? null : place;
}
