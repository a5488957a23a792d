/** A part of the screen that tells a refusal near the place that was tapped. */
import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect } from "preact/hooks";
import { useDesk } from "./desk";

const Here = createContext("page");
const READ_FOR = 12_000;

export function useHere(): string {
  return useContext(Here);
}

export function Region({ at, children }: { at: string; children: ComponentChildren }) {
  return <Here.Provider value={at}>{children}</Here.Provider>;
}

/** The sentence of a refusal that came from this region; it leaves by itself. Empty, it takes no room. */
export function Refused() {
  const { refusal } = useDesk();
  const here = useHere();
  const told = refusal.value;
  const mine = told?.at === here ? told : null;

  useEffect(() => {
    if (!mine) return;
    const leaving = setTimeout(() => {
      if (refusal.value === mine) refusal.value = null;
    }, READ_FOR);
    return () => clearTimeout(leaving);
  }, [mine, refusal]);

  return (
    <p class="refused" role="status" hidden={!mine}>
      {mine?.message}
    </p>
  );
}
