/** Who will see an answer, in words and with its own icon, before it is given. */
import type { ComponentChild } from "preact";
import { Ring } from "../lib/ring";
import { Icon } from "./icons";
import { say } from "./language";

interface Props {
  promise: "named" | "anonymous" | "private";
  composes?: boolean;
  /** The promise in other words. */
  says?: string;
  insecure: boolean;
}

export function PromiseLine({ promise, composes, says, insecure }: Props) {
  const sent = promise !== "private";
  return (
    <div class="promise" role="note" aria-label={say("promise")}>
      {promise === "anonymous" ? <Ring /> : <Icon name={promise} />}
      <div class="group">
        <p>{says ?? say(`promise.${promise}`)}</p>
        {promise === "anonymous" && composes && <p>{rich(say("promise.anonymous.words"))}</p>}
        {sent && insecure && <p>{say("insecure")}</p>}
      </div>
    </div>
  );
}

/** `*so*` in a catalogue means: the name of a button. */
function rich(text: string): ComponentChild {
  return text.split("*").map((part, place) => (place % 2 ? <strong>{part}</strong> : part));
}
