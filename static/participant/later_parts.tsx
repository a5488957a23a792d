/** See `later.tsx`. */
export { AtTheEnd } from "./at_the_end";
export { Countdown } from "./countdown_line";
export { LeftBehind } from "./left_behind";
export { LivingQuestion } from "./living_question";
export { PrivateButtons } from "./private_buttons";
export { Result } from "./result";
export { PassOn } from "./shared";
export { TwoMinutes } from "./two_minutes";
export { YouSheet } from "./you_sheet";
