/** What the group said and staff approved: the question, then a summary drawn by its kind, or cards. */
import type { DisplayView, StepShape } from "../protocol";
import { Cards } from "./cards";
import { Fit } from "./fit";
import { KindFace } from "./kind_face";
import { say } from "./language";
import type { Said } from "./screen";
import { Title } from "./title";

interface Props {
  said: Said;
  view: DisplayView;
  step: StepShape;
}

export function SaidOnWall({ said, view, step }: Props) {
  const title = String(said.settings?.question ?? said.settings?.title ?? step.title);
  const { kind, settings, tally, cards, shared } = said;
  // What lives goes on beside the words that it has brought.
  const live = shared && view.activity?.run === said.run ? view.activity : null;
  return (
    <>
      <Title text={title} />
      {said.too_few && <p class="calm">{say("too_few")}</p>}
      {!said.too_few && !kind && <Cards cards={cards} label={title} />}
      {!said.too_few && kind && (
        <KindFace kind={kind} key={said.run}>
          {({ Display, drawsCards }) =>
            !drawsCards && cards.length ? (
              <Cards cards={cards} label={title} />
            ) : (
              <Fit class="result">
                <Display
                  settings={settings ?? {}}
                  tally={tally}
                  cards={cards}
                  live={live}
                  language={view.language}
                  {...(shared ? { shared } : {})}
                />
              </Fit>
            )
          }
        </KindFace>
      )}
    </>
  );
}
