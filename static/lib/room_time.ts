/** The time that the whole room shares, so that every ring breathes together. A page that knows it better says so. */
import { createContext } from "preact";

/** Gives milliseconds since 1970 by the server's clock, as well as this device can know it. */
export const RoomTime = createContext<() => number>(() => Date.now());
