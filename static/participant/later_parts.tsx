/** See `later.tsx`. */
import { loadKind } from "../lib/kinds";

export { AtTheEnd } from "./at_the_end";
export { Besides } from "./besides";
export { Ladders } from "./ladder";
export { LastTime } from "./last_time";
export { LeftBehind } from "./left_behind";
export { LivingQuestion } from "./living_question";
export { MovingOn } from "./moving_on";
export { OkToShow } from "./ok_to_show";
export { PrivateButtons } from "./private_buttons";
export { Result } from "./result";
export { PassOn } from "./shared";
export { Trial } from "./trial";
export { TwoMinutes } from "./two_minutes";
export { WayOn } from "./way_on";
export { YouSheet } from "./you_sheet";

/** What does not come now is asked for again when it is needed. */
export function ahead(kind?: string): void {
  if (kind) void loadKind(kind).catch(() => undefined);
}
