/** Tells the server what this tablet truly shows: whether somebody can see it, and which calls stand on it. */
import { effect, signal } from "@preact/signals";
import type { Link } from "./link";

/** Follows the page; gives a way to stop. A call that a sleeping tablet "shows" would be a lie to a phone. */
export function tellWhatIsShown(link: Link): () => void {
  const visible = signal(document.visibilityState === "visible");
  const look = () => {
    visible.value = document.visibilityState === "visible";
  };
  document.addEventListener("visibilitychange", look);
  const stopPresence = effect(() => {
    if (link.online.value) link.tell("presence", { visible: visible.value });
  });
  const stopCalls = effect(() => {
    const calls = link.view.value?.calls.filter(({ seen }) => !seen).map(({ call }) => call) ?? [];
    if (calls.length > 0 && visible.value && link.online.value) afterDrawing(() => link.tell("calls_shown", { calls }));
  });
  return () => {
    document.removeEventListener("visibilitychange", look);
    stopPresence();
    stopCalls();
  };
}

/** Two frames: the first draws the call, the second comes only if the screen is really being drawn. */
function afterDrawing(then: () => void) {
  requestAnimationFrame(() => requestAnimationFrame(then));
}
