/** The faces of a kind whose answer is one picture. How far that goes is for its maker to say: the page draws the ladder. */
import type { FacilitatorProps, ParticipantProps } from "../kind";
import { words } from "../words";
import { Board } from "./board";
import strings from "./drawing.strings.json";
import type { Picture, Piece } from "./marks";

interface Settings {
  question: string;
}

interface Tally {
  n?: number;
}

const EMPTY: Piece = { marks: [], words: "" };

/** The question and the paper. `on`: how the paper shows the marks, where it is not a plain sheet. */
export function PieceQuestion({ settings, draft, setDraft, disabled, language, on = {} }: QuestionProps) {
  return (
    <div class="asked">
      <h2 class="question">{settings.question}</h2>
      <Board piece={draft ?? EMPTY} change={setDraft} disabled={disabled} say={words(strings, language)} on={on} />
    </div>
  );
}

type QuestionProps = ParticipantProps<Settings, Piece> & { on?: Omit<Picture, "marks"> };

/** How many there are. The pictures themselves come to the tablet one by one, to be shown or not. */
export function PieceCount({ tally, language }: FacilitatorProps<Settings, Tally>) {
  const say = words(strings, language);
  return <p class={tally?.n ? "face-n" : "hint"}>{tally?.n ? say("n", { count: tally.n }) : say("nothing_yet")}</p>;
}

/** The page draws the question, and then the pictures that were approved. */
export function OnlyPictures() {
  return null;
}

/** In the language of the page that asks for lines. */
export function pieceLines({ question }: Settings, { words: told }: Piece): string[] {
  const say = words(strings, globalThis.document?.documentElement.lang || "en");
  return [question, ...(told ? told.split("\n") : [say("picture")])];
}

export function plainPicture(_settings: Settings, { marks }: Piece): Picture {
  return { marks };
}

/** Where in an answer of one picture its words stand. */
export const ONE_PIECE = ["words"];
