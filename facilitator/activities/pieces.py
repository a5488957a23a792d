"""What the kinds of art share: a picture with words for it, which belongs to its maker.

How far each picture goes is for its maker to say, rung by rung, and stepping back down works at once:
me → my facilitator → the group now → kept in the record → shown elsewhere. The lowest rung never leaves the phone.
No kind of art is ever anonymous: how somebody draws tells who they are.
"""

from collections.abc import Iterable, Sequence
from random import Random
from typing import Any, ClassVar, Literal

from marshmallow import Schema

from facilitator.activities import asking, counting
from facilitator.activities.activity import ActivityKind, Asked, Composed, Given, SettingsSchema, Tally, promise_field
from facilitator.activities.picture import INKS, SIDE, SIZES, STAMPS, Marks, Picture
from facilitator.errors import Refused

Rung = Literal["me", "facilitator", "group", "record", "elsewhere"]
RUNGS: tuple[Rung, ...] = ("me", "facilitator", "group", "record", "elsewhere")
WORDS_MOST = 300


def reaches(rung: Rung, wanted: Rung) -> bool:
    """Whether a picture on this rung may go as far as the wanted one."""
    return RUNGS.index(rung) >= RUNGS.index(wanted)


class PieceSettings(SettingsSchema):
    """What every kind of art may say in a module; kinds add their own fields."""

    question = asking.Text(300, required=True)
    promise = promise_field("named")


class PieceAnswer(Schema):
    """One picture and words for it. Either will do: words are as good as a picture."""

    marks = Marks(load_default=list)
    words = asking.Text(WORDS_MOST, lines=True, least=0, load_default="")


class PieceKind(ActivityKind):
    """A kind whose answers are pictures. A kind with one picture an answer needs no more than its settings."""

    Answer: ClassVar[type[Schema] | None] = PieceAnswer
    promises = ("named",)
    makes_pieces = True
    # Pictures are seen together, on the wall: nobody carries another person's picture away on their phone.
    may_be_shown = False
    frame_bytes = 8192

    def parts(self, answer: Given) -> Iterable[tuple[str, Given]]:
        """Where each picture of an answer stands, and the marks and words that are there; `""` is the whole answer."""
        return [("", answer)]

    def without(self, answer: Given, part: str) -> dict[str, Any] | None:
        """The answer without the picture whose words stand at `part`; None where nothing is left of it."""
        of, _, _words = part.rpartition(".")
        left = {name: one for name, one in answer.items() if name != of}
        return left if of and left else None

    def picture(self, settings: Asked, piece: Given) -> Picture:
        """The picture as screens draw it."""
        return Picture(marks=piece["marks"])

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        if not all(one["marks"] or one["words"] for _part, one in self.parts(answer)):
            raise Refused("answer_shape", "There is nothing on the paper yet. Draw, or write some words.")

    def composed(self, settings: Asked, answer: Given) -> list[Composed]:
        return [
            Composed(f"{part}.words" if part else "words", one["words"], self.picture(settings, one))
            for part, one in self.parts(answer)
        ]

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return counting.of_texts(settings, len(answers))

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {f"{part}_words" if part else "words": one["words"] or None for part, one in self.parts(answer)}

    def paper(self, settings: Asked) -> list[str]:
        return [settings["question"], *["│" + " " * 58 + "│"] * 12, "_" * 60]

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        return {"marks": pretended(chance), "words": chance.choice(("", "A calm place.", "The way home."))}


def pretended(chance: Random) -> list[dict[str, Any]]:
    """A few strokes and a shape, as a pretend participant might draw them."""
    inks = [ink for ink in INKS if ink != "paper"]
    marks: list[dict[str, Any]] = []
    for _ in range(chance.randint(3, 6)):
        x, y = chance.randint(100, 400), chance.randint(150, 850)
        line: list[int] = []
        for step in range(chance.randint(5, 12)):
            line += [min(SIDE, x + 50 * step), max(0, min(SIDE, y)), chance.randint(3, 7)]
            y += chance.randint(-60, 60)
        marks.append({"ink": chance.choice(inks), "pen": chance.choice(("fine", "middle", "broad")), "line": line})
    at = {"x": chance.randint(200, 800), "y": chance.randint(200, 800)}
    return [*marks, {"ink": chance.choice(inks), "stamp": chance.choice(list(STAMPS)), **at, "size": SIZES[2]}]
