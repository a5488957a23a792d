"""Two sides of one shape: what people see, and what is inside, which stays on the phone unless its maker says so."""

from collections.abc import Iterable
from random import Random
from typing import Any

from marshmallow import Schema, fields

from facilitator.activities import asking
from facilitator.activities.activity import Asked, Given
from facilitator.activities.grounds import GROUNDS, SHAPES
from facilitator.activities.own_words import in_both, with_own_words
from facilitator.activities.picture import Picture
from facilitator.activities.pieces import PieceAnswer, PieceKind, PieceSettings
from facilitator.errors import Refused

SIDES = ("outside", "inside")
OURS = {"en": {"outside": "Outside", "inside": "Inside"}, "es": {"outside": "Por fuera", "inside": "Por dentro"}}


class TwoSidesSettings(PieceSettings):
    shape = asking.choice(*SHAPES, load_default="mask")
    outside = asking.Text(40)
    inside = asking.Text(40)


class TwoSidesAnswer(Schema):
    outside = fields.Nested(PieceAnswer)
    inside = fields.Nested(PieceAnswer)


class TwoSides(PieceKind):
    kind = "two_sides"
    Settings = TwoSidesSettings
    Answer = TwoSidesAnswer

    def worded(self, settings: Asked, language: str) -> dict[str, Any]:
        return with_own_words(settings, OURS, language)

    def parts(self, answer: Given) -> Iterable[tuple[str, Given]]:
        return [(side, answer[side]) for side in SIDES if side in answer]

    def which(self, settings: Asked, part: str) -> str:
        return str(settings.get(part.partition(".")[0], ""))

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        if not answer:
            raise Refused("answer_shape", "There is nothing on the paper yet. Draw, or write some words.")
        super().fits(settings, answer)

    def picture(self, settings: Asked, piece: Given) -> Picture:
        return Picture(marks=[*GROUNDS[settings["shape"]], *piece["marks"]])

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {f"{side}_words": answer.get(side, {}).get("words") or None for side in SIDES}

    def paper(self, settings: Asked) -> list[str]:
        sides = ([f"{in_both(settings, OURS, side)}:", *["│" + " " * 58 + "│"] * 8] for side in SIDES)
        return [settings["question"], *(line for side in sides for line in side)]

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        return {"outside": super().pretend(settings, chance)}
