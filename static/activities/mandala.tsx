/** A round picture in which every mark is there many times, turned around the middle. Its maker says how far it goes. */
import { useState } from "preact/hooks";
import { AtWork } from "../lib/drawing/at_work_later";
import type { Picture, Piece } from "../lib/drawing/marks";
import { PieceQuestion } from "../lib/drawing/piece_faces";
import { OneOf } from "../lib/faces/choices";
import type { DisplayProps, ParticipantProps } from "../lib/kind";
import { words } from "../lib/words";
import { Guide } from "./mandala/guide";
import { MOST, rings, TURNS } from "./mandala/rings";
import strings from "./mandala.strings.json";

export {
  ONE_PIECE as pieces,
  PiecesSent as Facilitator,
  pieceLines as lines,
} from "../lib/drawing/piece_faces";

interface Settings {
  question: string;
  turns: number;
  mirrored: boolean;
}

interface Mandala extends Piece {
  turns: number;
}

export function Participant({
  settings,
  draft,
  setDraft,
  disabled,
  language,
  ...rest
}: ParticipantProps<Settings, Mandala>) {
  const say = words(strings, language);
  // Before the first mark there is no draft to hold it.
  const [wished, setWished] = useState(settings.turns);
  const turns = draft?.turns ?? wished;
  const choose = (next = turns) => {
    setWished(next);
    if (draft) setDraft({ ...draft, turns: next });
  };
  return (
    <PieceQuestion
      {...rest}
      settings={settings}
      draft={draft}
      setDraft={(piece) => setDraft(piece && { ...piece, turns })}
      disabled={disabled}
      language={language}
      paper={{
        on: { turns, mirrored: settings.mirrored, sheet: "round" },
        fields: rings(turns, say),
        most: MOST,
        guide: <Guide turns={turns} />,
        says: say("each", { count: turns }),
      }}
    >
      <p class="hint">{say("how")}</p>
      <OneOf
        class="pens"
        label={say("turns")}
        choices={TURNS.map((value) => ({ value, says: String(value), label: say("turns.of", { count: value }) }))}
        chosen={turns}
        choose={choose}
        disabled={disabled}
      />
    </PieceQuestion>
  );
}

/** Until pictures are shown the wall has the empty round sheet and its lines. */
export function Display({ settings, language }: DisplayProps<Settings>) {
  return (
    <AtWork language={language}>
      <Guide turns={settings.turns} />
    </AtWork>
  );
}

export function picture({ mirrored }: Settings, { marks, turns }: Mandala): Picture {
  return { marks, turns, mirrored, sheet: "round" };
}
