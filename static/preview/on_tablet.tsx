/** A step on the tablet: the notes, what the group sees meanwhile, and the summary before anybody has said anything. */
import { Blocks } from "../lib/blocks";
import { words } from "../lib/words";
import { useKind } from "../participant/use_kind";
import type { ActivityShape, Block, RunShape } from "../protocol";
import en from "../strings/staff.en.json";
import { Between } from "./between";
import { activityOf, type Page } from "./page";

const say = words({ en }, "en");

export function OnTablet({ page }: { page: Page }) {
  const { step, tablet, language } = page;
  const activity = activityOf(page);
  if (!tablet) return null;
  return (
    <div class="tablet-preview">
      <Between page={page} />
      <main class="stage">
        <div class="stage-head">
          <div lang={language}>
            <p class="stage-where">{step.module}</p>
            <h1 class="stage-title">{step.title}</h1>
          </div>
          <p class="numbers">{say("preview.minutes", { count: Math.round(tablet.minutes) })}</p>
        </div>
        <div class="notes" lang={language}>
          {tablet.notes.length ? <Blocks blocks={tablet.notes} /> : <p lang="en">{say("preview.no_notes")}</p>}
        </div>
        <section class="group-sees">
          <h2>{say("preview.sees")}</h2>
          <Part blocks={tablet.everyone} language={language} />
          <Part blocks={tablet.display} title={say("preview.sees_wall")} language={language} />
          <Part blocks={tablet.phone} title={say("preview.sees_phones")} language={language} />
        </section>
        {activity && (tablet.lives ? <p class="hint">{say("preview.leads")}</p> : <Summary activity={activity} />)}
      </main>
    </div>
  );
}

function Part({ blocks, title, language }: { blocks: Block[]; title?: string; language: string }) {
  if (!blocks.length) return null;
  return (
    <div class="sees-part">
      {title && <h3>{title}</h3>}
      <div lang={language}>
        <Blocks blocks={blocks} />
      </div>
    </div>
  );
}

/** The tablet speaks English, whatever the module does. */
function Summary({ activity }: { activity: ActivityShape }) {
  const { module } = useKind(activity.kind);
  if (!module || !("Facilitator" in module)) return null;
  const { Facilitator } = module as unknown as import("../lib/kind").KindModule;
  const run = { activity, tally: null } as unknown as RunShape;
  return (
    <section aria-label={say("preview.summary")}>
      <h2>{String(activity.settings.question ?? activity.settings.title ?? say("preview.summary"))}</h2>
      <Facilitator settings={activity.settings} tally={null} run={run} cards={[]} language="en" />
    </section>
  );
}
