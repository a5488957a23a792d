/** What the wall shows for a view: one idea at a time, and nobody's words once it is out of contact. Draws nothing. */
import type { CardShape, DisplayView, PairingView, ResultShape, StepShape } from "../protocol";

export type Seen = { pairing: PairingView } | { view: DisplayView } | null;

export type Screen =
  | { what: "waiting" | "covered" | "held" | "ended" }
  | { what: "pairing"; code: string }
  | { what: "gathering"; view: DisplayView }
  | { what: "step"; view: DisplayView; step: StepShape };

export function screenOf(seen: Seen): Screen {
  if (!seen) return { what: "waiting" };
  if ("pairing" in seen) return { what: "pairing", code: seen.pairing.code };
  const { view } = seen;
  if (view.covered) return { what: "covered" };
  if (view.held) return { what: "held" };
  if (view.phase === "ending" || view.phase === "ended") return { what: "ended" };
  return view.step && view.phase === "running" ? { what: "step", view, step: view.step } : { what: "gathering", view };
}

/** The view without anything that people said: what authors wrote stays. */
export function withoutWords(seen: Seen): Seen {
  if (!seen || "pairing" in seen) return seen;
  const { view } = seen;
  const { shared: _drawnTogether, ...activity } = view.activity ?? {};
  return {
    view: {
      ...view,
      shown: [],
      cards: [],
      pictures: [],
      activity: view.activity && (activity as DisplayView["activity"]),
    },
  };
}

/** What was said, to be shown now: a summary, words, or both. */
export type Said = Omit<ResultShape, "kind" | "settings"> & Partial<Pick<ResultShape, "kind" | "settings">>;

/** The present activity comes first; of what is left, what was shown last. */
export function saidIn({ shown, cards, activity }: DisplayView): Said | null {
  const here = shown.find(({ run }) => run === activity?.run);
  if (here) return here;
  const ours = cards.filter(({ run }) => run === activity?.run);
  if (activity && ours.length) return onlyWords(ours, activity);
  const last = shown[shown.length - 1];
  // Where pictures are hung together, they are not shown as cards of their own besides.
  const hung = Array.isArray(activity?.shared?.pictures);
  const rest = cards.filter(({ run, picture }) => !(hung && picture) && !shown.some((result) => result.run === run));
  return last ?? (rest.length ? onlyWords(rest, {}) : null);
}

function onlyWords(cards: CardShape[], of: Pick<Said, "kind" | "settings" | "shared">): Said {
  return {
    ...(of.kind ? { kind: of.kind } : {}),
    ...(of.settings ? { settings: of.settings } : {}),
    ...(of.shared ? { shared: of.shared } : {}),
    run: cards[0]?.run ?? "",
    tally: null,
    too_few: false,
    cards,
  };
}
