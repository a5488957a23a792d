/** What the server wrote into a preview, and the run that there would be. */
import type { ActivityShape, Block, StepShape } from "../protocol";

export type Screen = "phone" | "tablet" | "room";

export interface OnTablet {
  notes: Block[];
  everyone: Block[];
  display: Block[];
  phone: Block[];
  minutes: number;
  /** True where there will be something to lead, which begins with a group. */
  lives: boolean;
}

export interface Page {
  language: string;
  screen: Screen;
  step: StepShape;
  activity: Pick<ActivityShape, "kind" | "settings" | "promise" | "frame_bytes"> | null;
  /** On the tablet alone. */
  tablet: OnTablet | null;
  /** Where the module is in the library. */
  place: string;
}

export function activityOf({ activity, step }: Page): ActivityShape | null {
  const never = { opened_at: 0, closes_at: null, key_id: null };
  return activity && { ...activity, ...never, run: "preview", step: step.id, phase: "open" };
}
