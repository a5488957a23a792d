/** Keeps the screen awake while somebody is answering, where the browser grants it (TLS, and a page in front). */
import { effect, type ReadonlySignal } from "@preact/signals";

/** Follows `wanted`; gives a way to stop. */
export function keepAwake(wanted: ReadonlySignal<boolean>): () => void {
  let lock: WakeLockSentinel | null = null;

  async function follow(): Promise<void> {
    const shall = wanted.peek() && document.visibilityState === "visible";
    if (!shall) {
      await lock?.release();
      lock = null;
    } else if ((!lock || lock.released) && "wakeLock" in navigator) {
      // A low battery may refuse: then the screen dims as it always does.
      lock = await navigator.wakeLock.request("screen").catch(() => null);
    }
  }

  const again = () => void follow();
  document.addEventListener("visibilitychange", again);
  const stop = effect(() => {
    wanted.value;
    again();
  });
  return () => {
    stop();
    document.removeEventListener("visibilitychange", again);
  };
}
