/** Whether this person asks for stillness: then nothing moves, and words or numbers say what motion would. */
import { useEffect, useState } from "preact/hooks";

const STILL = "(prefers-reduced-motion: reduce)";

/** True while this person asks for stillness. */
export function useStillness(): boolean {
  const [still, setStill] = useState(() => typeof matchMedia === "function" && matchMedia(STILL).matches);
  useEffect(() => {
    const query = matchMedia(STILL);
    const look = () => setStill(query.matches);
    query.addEventListener("change", look);
    return () => query.removeEventListener("change", look);
  }, []);
  return still;
}
