/** What may be done with a run of an activity now, and how to say how many have answered. */
import type { FacilitatorView, RunShape } from "../../protocol";

export type Runs = {
  /** The present step's latest run. */
  present: RunShape | null;
  /** Still writing, closing, or shown somewhere though the group has moved on. */
  others: RunShape[];
};

export function runsOf(view: FacilitatorView): Runs {
  const first = view.runs[0];
  const present = first && first.activity.step === view.step ? first : null;
  return { present, others: view.runs.filter((run) => run !== present && needsAnEye(run)) };
}

function needsAnEye(run: RunShape): boolean {
  return (collects(run) && run.activity.phase !== "closed") || run.on_wall || run.on_phones;
}

/** Breathing asks nothing; what is private never reaches staff. Neither has answers to close or show. */
export function collects(run: RunShape): boolean {
  return run.activity.promise === "named" || run.activity.promise === "anonymous";
}

export function closedForGood(run: RunShape): boolean {
  return run.activity.phase === "closed";
}

export function mayShow(run: RunShape): boolean {
  return collects(run) && closedForGood(run) && !run.too_few && !run.asked_aloud && !run.for_staff;
}
