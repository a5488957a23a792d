/** A step on the wall: what was said if something is shown, else its title, its text and what the group does together. */
import { Blocks } from "../lib/blocks";
import type { ActivityShape, DisplayView, StepShape } from "../protocol";
import { Fit } from "./fit";
import { KindFace } from "./kind_face";
import { SaidOnWall } from "./said";
import { saidIn } from "./screen";
import { Title } from "./title";

export function Step({ view, step }: { view: DisplayView; step: StepShape }) {
  const said = saidIn(view);
  if (said) return <SaidOnWall said={said} view={view} step={step} />;
  const { activity } = view;
  // What stays on each phone is not put before the room.
  const together = activity && activity.promise !== "private" ? activity : null;
  return (
    <div class={step.blocks.length && together ? "step-wall beside" : "step-wall"} data-kind={together?.kind}>
      <Title text={step.title} />
      {step.blocks.length > 0 && (
        <Fit class="text">
          <Blocks blocks={step.blocks} />
        </Fit>
      )}
      {together && <Together activity={together} step={step} language={view.language} />}
    </div>
  );
}

/** The question and its choices, or the ring: so that whoever has no phone takes part. */
function Together({ activity, step, language }: { activity: ActivityShape; step: StepShape; language: string }) {
  const question = String(activity.settings.question ?? "");
  const { shared } = activity;
  const live = activity.phase === "closed" && !shared ? null : activity;
  return (
    <KindFace kind={activity.kind} key={activity.run}>
      {({ Display }) => (
        <Fit class="together">
          {question && question !== step.title && <p class="question">{question}</p>}
          <Display
            settings={activity.settings}
            tally={null}
            cards={[]}
            live={live}
            language={language}
            {...(shared ? { shared } : {})}
          />
        </Fit>
      )}
    </KindFace>
  );
}
