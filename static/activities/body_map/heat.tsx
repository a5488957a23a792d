/** Where a group feels it: darker where more said so, with the number beside each place, or words below ten. */
import type { ChoiceTally } from "../../lib/faces/bars";
import { Picture } from "../../lib/faces/picture";
import { WEATHER } from "../../lib/faces/weather";
import type { Say } from "../../lib/words";
import { Body } from "./drawing";
import { PLACES } from "./marks";

export type BodyTally = ChoiceTally;

interface Props {
  /** Null before there is a result. */
  tally: BodyTally | null;
  say: Say;
}

export function Heat({ tally, say }: Props) {
  const told = [
    ...PLACES.map((key) => ({ key, text: say(`place.${key}`) })),
    ...Object.keys(WEATHER).map((key) => ({ key, text: say(`weather.${key}`) })),
  ].flatMap((each) => {
    const says = tally ? saysOf(tally, each.key, say) : "";
    return says ? [{ ...each, says }] : [];
  });
  return (
    <div class="heat">
      <Body heat={(place) => heatOf(tally, place)} />
      {tally && (
        <div class="heat-says">
          <ul>
            {told.map(({ key, text, says }) => (
              <li key={key}>
                {WEATHER[key] && <Picture drawing={WEATHER[key]} />}
                <b>{text}</b> <span>{says}</span>
              </li>
            ))}
          </ul>
          {told.length === 0 && <p>{say("no_most")}</p>}
          {tally.n !== undefined && <p class="face-n">{say("n", { count: tally.n })}</p>}
        </div>
      )}
    </div>
  );
}

/** What is said of a place; nothing of those that nobody took, or that half or fewer did. */
function saysOf({ n = 0, counts, words }: BodyTally, key: string, say: Say): string {
  if (words) return words[key] === "most" ? say("most") : "";
  const count = counts?.[key] ?? 0;
  return count ? say("of", { count, n }) : "";
}

export function heatOf(tally: BodyTally | null, key: string): number {
  if (tally?.words) return tally.words[key] === "most" ? 4 : 0;
  const share = (tally?.counts?.[key] ?? 0) / (tally?.n || 1);
  return Math.ceil(4 * share);
}
