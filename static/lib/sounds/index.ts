/** The sounds and what plays them. Loaded only where something is going to sound. */
export { heardAt } from "./clock";
export { LEVELS, type Plan, Playing } from "./playing";
export { SOUNDS, type SoundName } from "./recipes";
