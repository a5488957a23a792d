/** A tablet of the clinic in somebody's hands for a moment: it wipes itself when they are done, or gone. */
import { useEffect, useState } from "preact/hooks";
import { vanish } from "./hide";
import { Icon } from "./icons";
import { sayLater as say } from "./later_words";
import type { Phone } from "./phone";

/** Nobody has touched it for so long: it asks, and then it wipes itself. */
const STILL = 150_000;
const ASKED = 30_000;
// A page scrolls by itself too, when something is said under the fold.
const TOUCHES = ["pointerdown", "keydown", "wheel", "input"];

/** Between two people: what the next one holds has nothing of the last. Nobody has left, so nobody is told so. */
export function passOn(phone: Phone): Promise<void> {
  return vanish(phone.line, { asks: "/shared/done", shows: "/shared", leaves: false });
}

export function PassOn({ phone }: { phone: Phone }) {
  const asks = useAsks(phone);
  const [sure, setSure] = useState(false);
  const unsent = [...phone.outbox.parcels.value.values()].some(({ state }) => state === "sending");
  const tap = () => {
    if (unsent && !sure) setSure(true);
    else void passOn(phone);
  };
  return (
    <>
      <p class="call" role="status">
        {asks ? say("shared.still_here") : sure && unsent ? say("shared.not_sent") : ""}
      </p>
      <button type="button" class="strong" onClick={tap}>
        <Icon name="hide" /> {say("shared.done")}
      </button>
    </>
  );
}

/** True while the tablet asks whether somebody is there; any touch says yes. */
function useAsks(phone: Phone): boolean {
  const [asks, setAsks] = useState(false);
  useEffect(() => {
    let timer = 0;
    const wait = () => {
      clearTimeout(timer);
      setAsks(false);
      timer = window.setTimeout(() => {
        setAsks(true);
        timer = window.setTimeout(() => void passOn(phone), ASKED);
      }, STILL);
    };
    wait();
    for (const touch of TOUCHES) addEventListener(touch, wait, { passive: true, capture: true });
    return () => {
      clearTimeout(timer);
      for (const touch of TOUCHES) removeEventListener(touch, wait, { capture: true });
    };
  }, [phone]);
  return asks;
}
