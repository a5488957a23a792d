/** Draws with the code of a kind, once it has come. A wall tries again by itself: nobody stands beside it. */
import type { ComponentChild } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { OnWalls } from "../lib/kind";
import { loadKind } from "../lib/kinds";

const AGAIN = 5000;

interface Props {
  kind: string;
  children(module: OnWalls): ComponentChild;
}

export function KindFace({ kind, children }: Props) {
  const [came, setCame] = useState<{ kind: string; module: OnWalls } | null>(null);
  const [failures, setFailures] = useState(0);
  useEffect(() => {
    let wanted = true;
    let again: ReturnType<typeof setTimeout> | undefined;
    loadKind(kind).then(
      (module) => wanted && setCame({ kind, module }),
      () => {
        if (wanted) again = setTimeout(() => setFailures(failures + 1), AGAIN);
      },
    );
    return () => {
      wanted = false;
      clearTimeout(again);
    };
  }, [kind, failures]);
  return came?.kind === kind ? children(came.module) : null;
}
