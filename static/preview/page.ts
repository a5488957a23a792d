/** What the server wrote into a preview, and the run that there would be. */
import type { ActivityShape, StepShape } from "../protocol";

export interface Page {
  language: string;
  screen: "phone" | "room";
  step: StepShape;
  activity: Pick<ActivityShape, "kind" | "settings" | "promise" | "frame_bytes"> | null;
  /** Where the module is in the library. */
  place: string;
}

export function activityOf({ activity, step }: Page): ActivityShape | null {
  const never = { opened_at: 0, closes_at: null, key_id: null };
  return activity && { ...activity, ...never, run: "preview", step: step.id, phase: "open" };
}
