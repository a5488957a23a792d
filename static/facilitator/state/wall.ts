/** What is known of the room screen: paired, in contact, and whether it has drawn what it was told. */
import type { FacilitatorView, WallShape } from "../../protocol";

export type WallState = "none" | "covered" | "held" | "away" | "shows";

/** A wall out of contact for this long hides participants' words by itself. */
export const HIDES_AFTER = 30_000;

/** The first wall in contact speaks for all; they show the same. */
export function wallOf(view: FacilitatorView): WallShape | null {
  return view.walls.find(({ connected }) => connected) ?? view.walls[0] ?? null;
}

export function wallState(view: FacilitatorView): WallState {
  const wall = wallOf(view);
  if (!wall) return "none";
  if (!wall.connected) return "away";
  if (wall.shows?.covered) return "covered";
  return wall.shows?.held ? "held" : "shows";
}

/** Told to cover, and not yet confirmed: the tablet must not say that it is. A wall that is still shows no step. */
export function stillTelling(view: FacilitatorView): boolean {
  const shows = wallOf(view)?.shows;
  if (!shows || !wallOf(view)?.connected) return false;
  if (shows.covered !== view.covered || shows.held !== view.held) return true;
  const step = view.covered || view.held ? null : view.step;
  return (shows.step?.id ?? null) !== step;
}
