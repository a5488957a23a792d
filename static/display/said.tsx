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
  step: StepShape;
  language: DisplayView["language"];
}

export function SaidOnWall({ said, step, language }: Props) {
  const title = String(said.settings?.question ?? said.settings?.title ?? step.title);
  const { kind, settings, tally, cards } = said;
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
                <Display settings={settings ?? {}} tally={tally} cards={cards} live={null} language={language} />
              </Fit>
            )
          }
        </KindFace>
      )}
    </>
  );
}
