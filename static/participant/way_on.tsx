/** What to do from a screen on which the group is out of reach: read the agreement, or ask staff. */
import { sayLater as say } from "./later_words";

export function WayOn({ screen }: { screen: "agreement" | "removed" }) {
  if (screen === "removed") return <p>{say("removed.more")}</p>;
  return (
    <a class="button primary large" href="/group/agreement">
      {say("agreement.read")}
    </a>
  );
}
