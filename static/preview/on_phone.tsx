/** A step on a phone. Its inputs can be tried; what is put in stays on this page. */
import { useState } from "preact/hooks";
import { Blocks } from "../lib/blocks";
import type { Json } from "../lib/kind";
import { say } from "../participant/language";
import { PromiseLine } from "../participant/promise";
import { NotHereYet, useKind } from "../participant/use_kind";
import type { ActivityShape } from "../protocol";
import { Between } from "./between";
import { activityOf, type Page } from "./page";

export function OnPhone({ page }: { page: Page }) {
  const { step } = page;
  const activity = activityOf(page);
  return (
    <div class="phone step">
      <Between page={page} />
      <main>
        <div class="present">
          <div class="reading">
            <div>
              <p class="module">{step.module}</p>
              <h1>{step.title}</h1>
            </div>
            {step.blocks.length > 0 && <Blocks blocks={step.blocks} />}
          </div>
          {activity && <Question activity={activity} language={page.language} />}
        </div>
      </main>
    </div>
  );
}

function Question({ activity, language }: { activity: ActivityShape; language: string }) {
  const { module, again } = useKind(activity.kind);
  const [draft, setDraft] = useState<Json | null>(null);
  const composes = module?.composes?.(activity.settings) ?? false;
  const promise = activity.promise && <PromiseLine promise={activity.promise} composes={composes} insecure={false} />;
  return (
    <section class="activity">
      {module?.asksSeveral && promise}
      {module ? (
        <module.Participant
          settings={activity.settings}
          draft={draft}
          setDraft={setDraft}
          disabled={false}
          language={language}
        />
      ) : (
        <NotHereYet again={again} />
      )}
      {!module?.asksSeveral && promise}
      {activity.promise && activity.promise !== "private" && <Buttons />}
    </section>
  );
}

/** As they will be; there is nobody to send to. */
function Buttons() {
  return (
    <div class="answering">
      <div class="two">
        <button type="button" class="large" aria-disabled="true">
          {say("pass")}
        </button>
        <button type="button" class="large primary" aria-disabled="true">
          {say("send")}
        </button>
      </div>
    </div>
  );
}
