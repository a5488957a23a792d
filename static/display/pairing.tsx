/** A wall that no tablet has named yet: its code, large, and what to do with it. */
import { Ring } from "../lib/ring";
import { say } from "./language";

export function Pairing({ code }: { code: string }) {
  return (
    <div class="pairing-wall">
      <Ring />
      <h1>{say("pairing.title")}</h1>
      <p class="code numbers">{code}</p>
      <p>{say("pairing.how")}</p>
      <p class="calm">{say("pairing.sound")}</p>
    </div>
  );
}
