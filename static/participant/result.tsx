/** A result that the facilitator chose to show to phones: a summary and approved words, never a name. */
import type { ResultShape } from "../protocol";
import { language } from "./language";
import { sayLater as say } from "./later_words";
import { NotHereYet, useKind } from "./use_kind";

export function Result({ result }: { result: ResultShape }) {
  const { module, again } = useKind(result.kind);
  const { settings, tally, cards, too_few, shared } = result;
  const title = String(settings.question ?? settings.title ?? say("result.title"));
  if (too_few) return <p class="card">{say("result.too_few")}</p>;
  return (
    <section class="card result" aria-label={title}>
      <h2>{title}</h2>
      {!module && tally && <NotHereYet again={again} />}
      {module && (tally || module.drawsCards) && (
        <module.Display
          settings={settings}
          tally={tally}
          cards={cards}
          live={null}
          language={language.value}
          {...(shared ? { shared } : {})}
        />
      )}
      {!module?.drawsCards && cards.length > 0 && (
        <ul class="words" aria-label={say("result.cards")}>
          {cards.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
      {!tally && !cards.length && <p class="hint">{say("result.none")}</p>}
    </section>
  );
}
