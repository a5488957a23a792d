/** A picture of one's own, drawn with a finger, a stylus or the keyboard. Its maker says how far it goes. */
import { AtWork } from "../lib/drawing/at_work_later";
import { InkRing } from "../lib/drawing/ink_ring";
import type { DisplayProps } from "../lib/kind";

export {
  ONE_PIECE as pieces,
  PieceQuestion as Participant,
  PiecesSent as Facilitator,
  pieceLines as lines,
  plainPicture as picture,
} from "../lib/drawing/piece_faces";

/** Until pictures are shown: the page draws those. */
export function Display({ language }: DisplayProps) {
  return (
    <AtWork language={language}>
      <InkRing />
    </AtWork>
  );
}
