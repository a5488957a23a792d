/** Draws with the code of a kind, which is fetched when it is first needed. */
import type { ComponentChild } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { KindModule } from "../lib/kind";
import { loadKind } from "../lib/kinds";
import { useDesk } from "./desk";

type Props = {
  kind: string;
  children: (module: KindModule) => ComponentChild;
  /** Drawn while the code is not here; left out, words say so. */
  waiting?: ComponentChild;
};
type Fetched = { kind: string; module: KindModule | null };

export function KindFace({ kind, children, waiting }: Props) {
  const { say } = useDesk();
  const [fetched, setFetched] = useState<Fetched | null>(null);
  useEffect(() => {
    let wanted = true;
    const keep = (module: KindModule | null) => wanted && setFetched({ kind, module });
    loadKind(kind).then(keep, () => keep(null));
    return () => {
      wanted = false;
    };
  }, [kind]);

  const module = fetched?.kind === kind ? fetched.module : null;
  if (module) return <>{children(module)}</>;
  if (waiting !== undefined) return <>{waiting}</>;
  return <p class="hint">{say(fetched?.kind === kind ? "kind.not_loaded" : "loading")}</p>;
}
