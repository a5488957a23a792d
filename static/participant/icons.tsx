/** The phone's few icons, apart from the tablet's many, so that the page stays small. */
import { LineIcon } from "../lib/icon";

const PATHS = {
  named: "M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5.5 20a6.5 6.5 0 0 1 13 0",
  private: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2",
  support: "M4 5h16v11h-8l-4.5 4v-4H4z",
  hide: "M4 4l16 16M9.9 5.2A9.6 9.6 0 0 1 12 5c4.5 0 7.7 3 9 7a12 12 0 0 1-2.3 3.7M6.5 7A11.8 11.8 0 0 0 3 12c1.3 4 4.5 7 9 7a9.6 9.6 0 0 0 4.8-1.3",
  check: "M5 12.5l4.5 4.5L19 7.5",
  notice: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v5M12 16h.01",
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return <LineIcon path={PATHS[name]} />;
}
