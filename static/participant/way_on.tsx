/** What to do from a screen on which the group is out of reach: come in anew, read the agreement, or ask staff. */
import { sayLater as say } from "./later_words";

interface Props {
  screen: "turned_away" | "agreement" | "removed";
}

export function WayOn({ screen }: Props) {
  if (screen === "removed") return <p>{say("removed.more")}</p>;
  const [href, key] = screen === "agreement" ? ["/group/agreement", "agreement.read"] : ["/", "turned_away.join"];
  return (
    <a class="button primary large" href={href}>
      {say(key)}
    </a>
  );
}
