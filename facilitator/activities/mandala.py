"""A round picture in which every mark is there many times, turned around the middle. Its maker says how far it goes."""

from random import Random
from typing import Any

from marshmallow import fields, validate

from facilitator.activities.activity import Asked, Given
from facilitator.activities.picture import Marks, Picture
from facilitator.activities.pieces import PieceAnswer, PieceKind, PieceSettings

TURNS = (4, 6, 8, 12)
MARKS_MOST, POINTS_MOST = 150, 1500
"""Less than on a plain sheet: each mark is drawn up to twenty-four times, on slow phones too."""


def _turns(**kwargs: Any) -> fields.Integer:
    return fields.Integer(strict=True, validate=validate.OneOf(TURNS), **kwargs)


class MandalaSettings(PieceSettings):
    turns = _turns(load_default=8)
    """How many parts the paper begins with; its maker may take another number."""
    mirrored = fields.Boolean(truthy={True}, falsy={False}, load_default=True)


class MandalaAnswer(PieceAnswer):
    marks = Marks(marks=MARKS_MOST, points=POINTS_MOST, load_default=list)
    turns = _turns(required=True)


class Mandala(PieceKind):
    kind = "mandala"
    Settings = MandalaSettings
    Answer = MandalaAnswer

    def picture(self, settings: Asked, piece: Given) -> Picture:
        return Picture(marks=piece["marks"], turns=piece["turns"], mirrored=settings["mirrored"], sheet="round")

    def paper(self, settings: Asked) -> list[str]:
        return [settings["question"], "◯ — ┼ — ╳ — ◯", *["│" + " " * 58 + "│"] * 12, "_" * 60]

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        return {**super().pretend(settings, chance), "turns": chance.choice(TURNS)}
