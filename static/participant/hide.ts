/** *Hide this now*: the page is gone at once; what it kept is erased; the server is told if it can be. */
import { forgetEverything } from "../lib/kept";
import type { Line } from "./phone";

/** The neutral page. The server forgets this phone's ticket when it is asked for it by POST. */
const ELSEWHERE = "/hidden";
const WAIT = 400;

export async function hideNow(line: Line): Promise<void> {
  document.title = " ";
  delete document.documentElement.dataset.light;
  document.body.replaceChildren();
  history.replaceState(null, "", ELSEWHERE);
  const told = line.ask("leave_seat", {}, { nowOrNever: true });
  await Promise.race([Promise.all([told, forgetEverything()]), pause(WAIT)]);
  line.close();
  // Without a network we stay on the empty page: a browser's own error page would name the address.
  await fetch(ELSEWHERE, { method: "POST", keepalive: true })
    .then(() => location.replace(ELSEWHERE))
    .catch(() => undefined);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
