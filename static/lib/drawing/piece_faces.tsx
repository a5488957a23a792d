/** The faces of a kind whose answer is one picture. How far that goes is for its maker to say: the page draws the ladder. */
import type { ComponentChildren } from "preact";
import type { FacilitatorProps, ParticipantProps } from "../kind";
import { words } from "../words";
import type { OwnPaper } from "./board";
import { WithBoard } from "./board_later";
import type { Picture, Piece } from "./marks";
import strings from "./piece.strings.json";

interface Settings {
  question: string;
}

interface Tally {
  n?: number;
}

const EMPTY: Piece = { marks: [], words: "" };

/** The question and the paper, where it is not a plain sheet: one of the kind's own. */
export function PieceQuestion({ settings, draft, setDraft, disabled, language, paper = {}, children }: QuestionProps) {
  return (
    <div class="asked">
      <h2 class="question">{settings.question}</h2>
      {children}
      <WithBoard
        waiting={words(strings, language)("coming")}
        draw={({ Board, boardWords }) => (
          <Board
            piece={draft ?? EMPTY}
            change={setDraft}
            disabled={disabled}
            say={boardWords(language)}
            paper={paper}
          />
        )}
      />
    </div>
  );
}

type QuestionProps = ParticipantProps<Settings, Piece> & { paper?: OwnPaper; children?: ComponentChildren };

/** How many there are. The pictures themselves come to the tablet one by one, to be shown or not. */
export function PieceCount({ tally, language }: FacilitatorProps<Settings, Tally>) {
  const say = words(strings, language);
  return <p class={tally?.n ? "face-n" : "hint"}>{tally?.n ? say("n", { count: tally.n }) : say("nothing_yet")}</p>;
}

/** How many have come, and where they are: one after another beside this. */
export function PiecesSent(told: FacilitatorProps<Settings, Tally>) {
  return (
    <div class="face">
      <PieceCount {...told} />
      <p class="hint">{words(strings, told.language)("one_by_one")}</p>
    </div>
  );
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
