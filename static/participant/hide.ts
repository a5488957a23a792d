/** *Hide this now*: the page is gone at once; what it kept is erased; the server is told if it can be. */
import { forgetEverything } from "../lib/kept";
import type { Line } from "./phone";

/** The neutral page. The server forgets this phone's ticket when it is asked for it by POST. */
const ELSEWHERE = "/hidden";
const WAIT = 400;

export function hideNow(line: Line): Promise<void> {
  return vanish(line, { asks: ELSEWHERE, shows: ELSEWHERE, leaves: true });
}

/** `asks` has the server forget, `shows` is where this ends. `leaves`: the person is told to have put their phone away. */
export async function vanish(
  line: Line,
  to: { asks: string; shows: string; leaves: boolean },
  forget = forgetEverything,
): Promise<void> {
  document.title = " ";
  delete document.documentElement.dataset.light;
  document.body.replaceChildren();
  history.replaceState(null, "", to.shows);
  const told = to.leaves ? line.ask("leave_seat", {}, { nowOrNever: true }) : undefined;
  await Promise.race([Promise.all([told, forget()]), pause(WAIT)]);
  line.close();
  // Without a network we stay on the empty page: a browser's own error page would name the address.
  await fetch(to.asks, { method: "POST", keepalive: true })
    .then(() => location.replace(to.shows))
    .catch(() => undefined);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
