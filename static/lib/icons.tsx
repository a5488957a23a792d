/** The icons of the tablet and the wall, drawn for this house on a grid of 24. The phone has its own few. */
import { LineIcon } from "./icon";

const PATHS = {
  add: "M12 5v14M5 12h14",
  agenda: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  art: "M14.5 4.5l5 5L10 19c-1.5 1.5-4 1.8-6 1 1-.8.8-2.6 1.5-4.5.4-1 1-1.7 1.7-2.2zM12 7l5 5",
  back: "M14.5 5.5L8 12l6.5 6.5",
  break: "M5 9h11v5a5 5 0 0 1-5 5h-1a5 5 0 0 1-5-5zM16 10.5h1.5a2.5 2.5 0 0 1 0 5H16M8.5 3.5v2M12.5 3.5v2",
  check: "M5 12.5l4.5 4.5L19 7.5",
  clock: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4l3 2",
  close: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  code: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2M20 14v2h-2M14 20h2M20 20h-1.5",
  concern:
    "M12 20s-7.5-4.6-7.5-10.2A4.1 4.1 0 0 1 12 7.4a4.1 4.1 0 0 1 7.5 2.4C19.5 15.4 12 20 12 20zM12 10v3M12 15.5h.01",
  cover: "M4 5h16v11H4zM9 20h6M4.5 15.5l15-10",
  down: "M5.5 9.5L12 16l6.5-6.5",
  end: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM9.5 9.5h5v5h-5z",
  pen: "M4 20l1-4.5L15.5 5 19 8.5 8.5 19zM13 7.5l3.5 3.5",
  education: "M12 6.5C10 5 7 4.5 4 5v13c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.5V5c-3-.5-6 0-8 1.5zM12 6.5v13",
  forward: "M9.5 5.5L16 12l-6.5 6.5",
  hide: "M4 4l16 16M9.9 5.2A9.6 9.6 0 0 1 12 5c4.5 0 7.7 3 9 7a12 12 0 0 1-2.3 3.7M6.5 7A11.8 11.8 0 0 0 3 12c1.3 4 4.5 7 9 7 1.8 0 3.4-.5 4.8-1.3M10 10.2a2.7 2.7 0 0 0 3.8 3.8",
  hold: "M9 5.5v13M15 5.5v13",
  leave: "M13 4H6v16h7M10.5 12H20M16.5 8.5L20 12l-3.5 3.5",
  locked: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  menu: "M4 7h16M4 12h16M4 17h16",
  mirror: "M8 7L3.5 12 8 17M16 7l4.5 5-4.5 5M12 4v16",
  more: "M6 12h.01M12 12h.01M18 12h.01",
  music: "M9 18V6l10-2v11.5M9 18a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM19 15.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z",
  offline:
    "M4 4l16 16M8.5 13.5A5.5 5.5 0 0 1 10.5 12.3M13.8 12.4a5.5 5.5 0 0 1 1.9 1.3M5 10.2a10.5 10.5 0 0 1 3.3-2.1M11.5 7.3A10.5 10.5 0 0 1 19 10.2M12 18h.01",
  people:
    "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.5 19a5.5 5.5 0 0 1 11 0M15.5 5.3a3 3 0 0 1 0 5.5M17 14.2a5.5 5.5 0 0 1 3.5 4.8",
  person: "M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5.5 20a6.5 6.5 0 0 1 13 0",
  phone_down: "M8 3.5h8v12H8zM11 12.8h2M5 20h14M9 17.8l3 2.2 3-2.2",
  phone_up: "M8 8.5h8v12H8zM11 17.8h2M9 5.7l3-2.7 3 2.7",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
  process: "M4 5h11v8H9l-3 3v-3H4zM18 9h2v8h-2v3l-3-3h-4v-1.5",
  recreation: "M12 20V10M12 14c-4 0-6.5-2.5-6.5-7 4 0 6.5 2.5 6.5 7zM12 11c0-4 2.5-6.5 6.5-6.5 0 4-2.5 6.5-6.5 6.5z",
  remove: "M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13M10.5 11v5.5M13.5 11v5.5",
  resume: "M8 5.5l10 6.5-10 6.5z",
  save: "M12 4v10.5M8 11l4 4 4-4M5 19.5h14",
  support: "M4 5h16v11h-8l-4.5 4v-4H4zM12 8v2.5M12 13h.01",
  uncover: "M4 5h16v11H4zM9 20h6",
  undo: "M8.5 5L4.5 9l4 4M5 9h8.5a5.5 5.5 0 0 1 0 11H10",
  unlocked: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 6.7-1.4",
  up: "M5.5 14.5L12 8l6.5 6.5",
  wall: "M3.5 5h17v11.5h-17zM9 20h6M12 16.5V20",
  warning: "M12 4.5L21 19.5H3zM12 10v4.5M12 17h.01",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return <LineIcon path={PATHS[name]} />;
}
