/** Two sides of one shape: what people see, and what is inside. The inside stays on the phone unless its maker says so. */
import { useState } from "preact/hooks";
import { AtWork } from "../lib/drawing/at_work_later";
import { GROUNDS } from "../lib/drawing/grounds";
import type { Picture, Piece } from "../lib/drawing/marks";
import { PieceQuestion, pieceLines } from "../lib/drawing/piece_faces";
import { OneOf } from "../lib/faces/choices";
import type { DisplayProps, ParticipantProps } from "../lib/kind";
import { words } from "../lib/words";
import strings from "./two_sides.strings.json";

export { PiecesSent as Facilitator } from "../lib/drawing/piece_faces";

const SIDES = ["outside", "inside"] as const;
type Side = (typeof SIDES)[number];
type Sides = Partial<Record<Side, Piece>>;
type Settings = { question: string; shape: string } & Record<Side, string>;

export const pieces = SIDES.map((side) => `${side}.words`);

export function pieceNames(settings: Settings): readonly string[] {
  return SIDES.map((side) => settings[side]);
}

export function Participant({ settings, draft, setDraft, disabled, language }: ParticipantProps<Settings, Sides>) {
  const say = words(strings, language);
  const [side, setSide] = useState<Side>("outside");
  const put = (piece: Piece | null) => {
    const { [side]: _before, ...other } = draft ?? {};
    const next: Sides = piece ? { ...other, [side]: piece } : other;
    setDraft(Object.keys(next).length ? next : null);
  };
  return (
    <PieceQuestion
      key={side}
      settings={settings}
      draft={draft?.[side] ?? null}
      setDraft={put}
      disabled={disabled}
      language={language}
      paper={{ under: GROUNDS[settings.shape] ?? [], says: settings[side] }}
    >
      <OneOf
        class="sides"
        label={say("which")}
        choices={SIDES.map((value) => ({ value, says: settings[value] }))}
        chosen={side}
        choose={(next = side) => setSide(next)}
        disabled={false}
      />
      {side === "inside" && <p class="hint">{say("inside.hint")}</p>}
    </PieceQuestion>
  );
}

/** Until pictures are shown the wall has the empty shape. */
export function Display({ settings, language }: DisplayProps<Settings>) {
  return <AtWork language={language} ground={GROUNDS[settings.shape] ?? []} />;
}

/** For staff who look at one person's answers: the outside, or what there is. */
export function picture({ shape }: Settings, { outside, inside }: Sides): Picture {
  return { marks: [...(GROUNDS[shape] ?? []), ...((outside ?? inside)?.marks ?? [])] };
}

export function lines(settings: Settings, sides: Sides): string[] {
  const told = SIDES.flatMap((side) => {
    const piece = sides[side];
    return piece ? [`${settings[side]}: ${pieceLines(settings, piece).slice(1).join(" ")}`] : [];
  });
  return [settings.question, ...told];
}
