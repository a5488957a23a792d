/** Which one thing the phone shows now. Pure, so that every case can be tested. */
import type { Standing } from "../lib/connection";
import type { ActivityShape, OwnView, ParticipantView } from "../protocol";

export type Screen =
  | "connecting"
  | "turned_away"
  | "removed"
  | "ended"
  | "ending"
  | "agreement"
  | "waiting"
  | "gathering"
  | "held"
  | "down"
  | "step";

/** `writing`: something unsent waits for an activity that still takes it. */
export function screenOf(
  view: ParticipantView | null,
  own: OwnView | null,
  standing: Standing,
  writing: boolean,
): Screen {
  if (standing === "turned_away") return "turned_away";
  if (!view || !own) return "connecting";
  if (own.admission === "removed") return "removed";
  if (view.phase === "ended") return "ended";
  if (own.accepted !== view.agreement) return "agreement";
  if (own.admission !== "admitted") return "waiting";
  if (view.phase === "ending") return "ending";
  if (view.phase === "gathering") return "gathering";
  if (view.held) return "held";
  return view.phones === "down" && !writing ? "down" : "step";
}

/** The screens on which the light is low and nothing moves. */
export const LOW_LIGHT: ReadonlySet<Screen> = new Set<Screen>(["down", "held"]);

/** Phones answer while a run is open or in its last call. */
export function isOpen(activity: ActivityShape | null): activity is ActivityShape {
  return activity?.phase === "open" || activity?.phase === "last_call";
}

/** Whoever is still writing keeps the activity of the step before, as long as it takes answers. */
export function inFocus(view: ParticipantView, unsent: (run: string) => boolean): ActivityShape | null {
  const { lingering, activity } = view;
  return isOpen(lingering) && unsent(lingering.run) ? lingering : activity;
}
