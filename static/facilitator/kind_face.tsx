/** Draws with the code of a kind, which is fetched when it is first needed. */
import type { ComponentChild } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { KindModule } from "../lib/kind";
import { loadKind } from "../lib/kinds";
import { useDesk } from "./desk";

type Props = { kind: string; children: (module: KindModule) => ComponentChild };
type Fetched = { kind: string; module: KindModule | null };

export function KindFace({ kind, children }: Props) {
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

  if (fetched?.kind !== kind) return <p class="hint">{say("loading")}</p>;
  if (!fetched.module) return <p class="hint">{say("kind.not_loaded")}</p>;
  return <>{children(fetched.module)}</>;
}
