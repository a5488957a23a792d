"""A picture of one's own, drawn with a finger, a stylus or the keyboard. Its maker says how far it goes."""

from facilitator.activities.pieces import PieceKind, PieceSettings


class Drawing(PieceKind):
    kind = "drawing"
    Settings = PieceSettings
