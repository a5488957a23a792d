"""A bridge, or a path, with three markers on it: where I was, where I am now, where I hope to be."""

from random import Random
from typing import Any

from marshmallow import Schema, fields

from facilitator.activities import asking
from facilitator.activities.activity import Asked, Given
from facilitator.activities.grounds import BRIDGES, GROUNDS
from facilitator.activities.own_words import in_both, with_own_words
from facilitator.activities.picture import SIDE, Picture, Tag
from facilitator.activities.pieces import PieceAnswer, PieceKind, PieceSettings
from facilitator.errors import Refused

MARKERS = {"was": ("gray", "dot"), "now": ("red", "star"), "hoped": ("blue", "heart")}
"""Each with its ink and its shape, so that no colour speaks alone."""
WORD_MOST = 24
HALO, SIGN = 120, 60
OURS = {
    "en": {"was": "I was here", "now": "I am here now", "hoped": "I hope to be here"},
    "es": {"was": "Aquí estuve", "now": "Aquí estoy ahora", "hoped": "Aquí espero llegar"},
}


class BridgeSettings(PieceSettings):
    drawn = asking.choice(*BRIDGES, load_default="bridge")
    was = asking.Text(40)
    now = asking.Text(40)
    hoped = asking.Text(40)


class Marker(Schema):
    x = asking.whole(0, SIDE, required=True)
    y = asking.whole(0, SIDE, required=True)
    word = asking.Text(WORD_MOST, least=0, load_default="")


class BridgeAnswer(PieceAnswer):
    was = fields.Nested(Marker)
    now = fields.Nested(Marker)
    hoped = fields.Nested(Marker)


class Bridge(PieceKind):
    kind = "bridge"
    Settings = BridgeSettings
    Answer = BridgeAnswer

    def worded(self, settings: Asked, language: str) -> dict[str, Any]:
        return with_own_words(settings, OURS, language)

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        if not any(answer.get(part) for part in ("marks", "words", *MARKERS)):
            raise Refused("answer_shape", "There is nothing on it yet. Set down a marker, or write some words.")

    def picture(self, settings: Asked, piece: Given) -> Picture:
        placed = {name: piece[name] for name in MARKERS if name in piece}
        over = [mark for name, at in placed.items() for mark in _sign(name, at)]
        tags = [Tag(x=at["x"], y=at["y"], text=at["word"]) for at in placed.values() if at["word"]]
        return Picture(marks=[*GROUNDS[settings["drawn"]], *piece["marks"], *over], tags=tags)

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        row = super().export(settings, answer)
        for name in MARKERS:
            at = answer.get(name, {})
            row |= {f"{name}_{part}": at.get(part) for part in ("word", "x", "y")}
        return row

    def paper(self, settings: Asked) -> list[str]:
        labels = (
            f"{sign} {in_both(settings, OURS, name)}: " + "_" * 24 for sign, name in zip("●★♥", MARKERS, strict=True)
        )
        return [settings["question"], *["│" + " " * 58 + "│"] * 12, *labels]

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        words = {"was": ("alone", "stuck", ""), "now": ("tired", "trying", "here"), "hoped": ("home", "rest", "")}
        at = {
            name: {
                "x": 160 + 300 * place + chance.randint(0, 60),
                "y": chance.randint(430, 560),
                "word": chance.choice(words[name]),
            }
            for place, name in enumerate(MARKERS)
        }
        return {"marks": [], "words": chance.choice(("", "My sister holds it up.")), **at}


def _sign(name: str, at: Given) -> list[dict[str, Any]]:
    ink, stamp = MARKERS[name]
    where = {"x": at["x"], "y": at["y"]}
    return [
        {"ink": "paper", "stamp": "dot", **where, "size": HALO},
        {"ink": ink, "stamp": stamp, **where, "size": SIGN + 20},
    ]
