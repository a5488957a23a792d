/** The wall's view, drawn small: enough to know it at a glance, never enough to read from afar. */
import { Blocks } from "../../lib/blocks";
import { SeenPicture } from "../../lib/drawing/seen";
import type { Json } from "../../lib/kind";
import { Ring } from "../../lib/ring";
import type { ActivityShape, CardShape, DisplayView } from "../../protocol";
import { KindFace } from "../kind_face";

export function WallPicture({ shows }: { shows: DisplayView }) {
  if (shows.covered || shows.held || !shows.step) {
    return (
      <span class="mini-still">
        <Ring />
        {!shows.covered && !shows.held && <span>{shows.day}</span>}
      </span>
    );
  }
  if (shows.join) return <Join shows={shows} />;
  if (shows.cards.length > 0) return <Cards cards={shows.cards} />;
  const result = shows.shown[0];
  if (result) return <Drawn of={result} tally={result.tally} cards={result.cards} language={shows.language} />;
  // What asks nothing is there to be looked at: the breathing ring.
  const looked = shows.activity?.promise === null ? shows.activity : null;
  if (looked) return <Drawn of={looked} live={looked} language={shows.language} />;
  const question = questionOnWall(shows);
  return (
    <span class="mini-step">
      <strong>{question ?? shows.step.title}</strong>
      {!question && <Blocks blocks={shows.step.blocks.slice(0, 2)} />}
    </span>
  );
}

/** A check-in's many questions are for phones, and so is what stays on them. */
function questionOnWall({ activity }: DisplayView): string | null {
  const question = activity?.promise === "private" ? null : activity?.settings.question;
  return typeof question === "string" ? question : null;
}

function Join({ shows }: { shows: DisplayView }) {
  if (!shows.join) return null;
  return (
    <span class="mini-still">
      <strong class="mini-code">{shows.join.code}</strong>
      <span>{shows.join.address}</span>
    </span>
  );
}

function Cards({ cards }: { cards: CardShape[] }) {
  return (
    <span class="mini-cards">
      {cards.slice(0, 4).map(({ id, text, picture }) => (
        <span key={id}>{picture ? <SeenPicture id={picture} label={text} dots={200} /> : text}</span>
      ))}
    </span>
  );
}

type DrawnProps = {
  of: { kind: string; settings: Json; shared?: Json };
  tally?: Json | null;
  cards?: CardShape[];
  live?: ActivityShape;
  language: string;
};

function Drawn({ of, tally = null, cards = [], live, language }: DrawnProps) {
  return (
    <span class="mini-result">
      <KindFace kind={of.kind}>
        {({ Display }) => (
          <Display
            settings={of.settings}
            tally={tally}
            cards={cards}
            live={live ?? null}
            language={language}
            {...(of.shared ? { shared: of.shared } : {})}
          />
        )}
      </KindFace>
    </span>
  );
}
