/** A picture of one's own, drawn with a finger, a stylus or the keyboard. Its maker says how far it goes. */
export {
  ONE_PIECE as pieces,
  OnlyPictures as Display,
  PieceQuestion as Participant,
  PiecesSent as Facilitator,
  pieceLines as lines,
  plainPicture as picture,
} from "../lib/drawing/piece_faces";
