/** The end of a group: what is erased, what its owner kept, and the way out. */
import { useEffect, useState } from "preact/hooks";
import { forgetTheGroup } from "../lib/kept";
import { shelf } from "../lib/shelf";
import { hideNow, vanish } from "./hide";
import { KeptList } from "./kept_list";
import { sayLater as say } from "./later_words";
import type { Line, Phone } from "./phone";

export function AtTheEnd({ phone }: { phone: Phone }) {
  const [looked, setLooked] = useState(false);
  useEffect(() => void shelf.look().then(() => setLooked(true)), []);
  const keeps = Object.keys(shelf.kept.value).length > 0;
  // Until that is known, closing the page might take away what was to stay.
  if (!looked) return null;
  return (
    <>
      <p>{say(keeps ? "ended.kept" : "ended.more")}</p>
      <KeptList />
      <button type="button" class="large" onClick={() => void (keeps ? leave : hideNow)(phone.line)}>
        {say("ended.leave")}
      </button>
    </>
  );
}

/** What somebody chose to keep until next time stays. */
function leave(line: Line): Promise<void> {
  return vanish(line, { asks: "/hidden?keep=1", shows: "/hidden", leaves: true }, forgetTheGroup);
}
