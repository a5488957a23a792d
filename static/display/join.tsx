/** How to come in: a code to scan, an address, a code to type. It can be called up at any time. */
import type { JoinShape } from "../protocol";
import { say } from "./language";

export function JoinPanel({ join }: { join: JoinShape }) {
  return (
    <aside class="join-panel" aria-label={say("join.title")}>
      <Join join={join} />
    </aside>
  );
}

/** The QR is dark on light in both themes, and its quiet edge is part of it: cameras want both. */
export function Join({ join }: { join: JoinShape }) {
  return (
    <div class="join">
      <h2>{say("join.title")}</h2>
      <svg class="qr" viewBox={`0 0 ${join.size} ${join.size}`} role="img" aria-label={say("join.picture")}>
        <rect width={join.size} height={join.size} />
        <path d={join.qr} />
      </svg>
      <p class="join-how">
        {say("join.scan")} {say("join.or")}
      </p>
      <p class={join.address.length > 18 ? "address long" : "address"}>{join.address}</p>
      <p class="join-how">{say("join.code")}</p>
      <p class="code numbers">{join.code}</p>
    </div>
  );
}
