/** A kind's code, when it has come. Draws what stands in its place until then. */
import { useEffect, useState } from "preact/hooks";
import type { OnPhones } from "../lib/kind";
import { loadKind } from "../lib/kinds";
import { say } from "./language";

export type Loaded = { module: OnPhones | null; again: (() => void) | null };

export function useKind(kind: string): Loaded {
  const [module, setModule] = useState<OnPhones | null>(null);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    let gone = false;
    if (!missing)
      loadKind(kind).then(
        (came) => gone || setModule(() => came),
        () => gone || setMissing(true),
      );
    return () => {
      gone = true;
    };
  }, [kind, missing]);
  return { module, again: missing ? () => setMissing(false) : null };
}

export function NotHereYet({ again }: Pick<Loaded, "again">) {
  if (!again) return <p class="hint">{say("kind.loading")}</p>;
  return (
    <div class="group" role="alert">
      <p>{say("kind.missing")}</p>
      <button type="button" onClick={again}>
        {say("again")}
      </button>
    </div>
  );
}
