/** A step on the room screen, before anybody has said anything. */
import { Step } from "../display/step";
import type { DisplayView } from "../protocol";
import { Between } from "./between";
import { activityOf, type Page } from "./page";

export function OnWall({ page }: { page: Page }) {
  const { step, language } = page;
  const view = { language, step, activity: activityOf(page), shown: [], cards: [] } as unknown as DisplayView;
  return (
    <div class="wall step">
      <main>
        <Step view={view} step={step} />
      </main>
      <Between page={page} />
    </div>
  );
}
