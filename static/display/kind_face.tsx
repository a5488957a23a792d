/** Draws with the code of a kind, once it has come. A wall tries again by itself: nobody stands beside it. */
import type { ComponentChild } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { OnWalls } from "../lib/kind";
import { loadKind } from "../lib/kinds";
import type { DisplayView } from "../protocol";

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

/** What goes on behind what the wall shows. Out of contact nothing does: nobody could stop it. */
export function Meanwhile({ view: { activity, language } }: { view: DisplayView }) {
  const shared = activity?.shared;
  if (!activity || !shared) return null;
  return (
    <KindFace kind={activity.kind} key={activity.run}>
      {({ Meanwhile }) => Meanwhile && <Meanwhile settings={activity.settings} shared={shared} language={language} />}
    </KindFace>
  );
}
