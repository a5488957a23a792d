/** A bridge, or a path, with three markers on it: where I was, where I am now, where I hope to be. */
import { useState } from "preact/hooks";
import { AtWork } from "../lib/drawing/at_work_later";
import { GROUNDS } from "../lib/drawing/grounds";
import pieceStrings from "../lib/drawing/piece.strings.json";
import { PieceQuestion, pieceLines } from "../lib/drawing/piece_faces";
import { OneOf } from "../lib/faces/choices";
import type { DisplayProps, ParticipantProps } from "../lib/kind";
import { words } from "../lib/words";
import { around, type Bridge, MARKERS, onPaper, orNothing, type Settings } from "./bridge/markers";
import { Marking } from "./bridge/marking";
import strings from "./bridge.strings.json";

export { ONE_PIECE as pieces, PiecesSent as Facilitator } from "../lib/drawing/piece_faces";
export { picture } from "./bridge/markers";

export function Participant({ settings, draft, setDraft, disabled, language }: ParticipantProps<Settings, Bridge>) {
  const say = words(strings, language);
  const [way, setWay] = useState<"mark" | "draw">("mark");
  const bridge = onPaper(draft);
  const ways = (["mark", "draw"] as const).map((value) => ({ value, says: say(value) }));
  const choose = (
    <OneOf
      class="ways"
      label={say("ways")}
      choices={ways}
      chosen={way}
      choose={(next = way) => setWay(next)}
      disabled={disabled}
    />
  );
  if (way === "draw")
    return (
      <PieceQuestion
        settings={settings}
        draft={bridge}
        setDraft={(piece) => setDraft(orNothing({ ...bridge, marks: [], words: "", ...piece }))}
        disabled={disabled}
        language={language}
        paper={around(settings, bridge)}
      >
        <div class="marks-it">{choose}</div>
      </PieceQuestion>
    );
  return (
    <div class="asked">
      <h2 class="question">{settings.question}</h2>
      <div class="marks-it">
        {choose}
        <Marking
          settings={settings}
          bridge={bridge}
          change={setDraft}
          disabled={disabled}
          say={say}
          language={language}
          waiting={words(pieceStrings, language)("coming")}
        />
      </div>
    </div>
  );
}

/** Until pictures are shown the wall has the bridge without anybody on it. */
export function Display({ settings, language }: DisplayProps<Settings>) {
  return <AtWork language={language} ground={GROUNDS[settings.drawn] ?? []} />;
}

export function lines(settings: Settings, bridge: Bridge): string[] {
  const marked = MARKERS.flatMap((name) => (bridge[name] ? [`${settings[name]}: ${bridge[name]?.word || "✓"}`] : []));
  const [question = "", ...rest] = pieceLines(settings, bridge);
  return [question, ...marked, ...(bridge.words || !marked.length ? rest : [])];
}
