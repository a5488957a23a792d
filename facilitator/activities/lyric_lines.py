"""The lines of a song or a poem: each person marks the one that speaks to them."""

from collections.abc import Sequence
from random import Random
from typing import Any

from marshmallow import Schema, fields, validate

from facilitator.activities import asking, counting
from facilitator.activities.activity import PROMISES, ActivityKind, Asked, Given, SettingsSchema, Tally, promise_field
from facilitator.errors import Refused

LINES_MOST = 40
MARKS_MOST = 3


class LyricLinesSettings(SettingsSchema):
    question = asking.Text(200, required=True)
    lines = fields.List(asking.Text(120), required=True, validate=validate.Length(2, LINES_MOST))
    most = asking.whole(1, MARKS_MOST, load_default=1)
    promise = promise_field()


class LyricLinesAnswer(Schema):
    lines = fields.List(fields.Integer(strict=True), required=True, validate=validate.Length(1, MARKS_MOST))


class LyricLines(ActivityKind):
    """Lines are known by their place, counted from 0: a translation has as many."""

    kind = "lyric_lines"
    Settings = LyricLinesSettings
    Answer = LyricLinesAnswer
    promises = PROMISES
    frame_bytes = 256

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        marked = answer["lines"]
        if len(set(marked)) < len(marked) or not set(marked) <= set(range(len(settings["lines"]))):
            raise Refused("answer_shape", "Please choose from the lines.")
        if len(marked) > settings["most"]:
            raise Refused("answer_shape", "Please choose fewer lines.")
        answer["lines"] = sorted(marked)

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        places = [str(place) for place in range(len(settings["lines"]))]
        return counting.of_choices(settings, places, [list(map(str, answer["lines"])) for answer in answers])

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {"lines": " / ".join(settings["lines"][place] for place in answer["lines"])}

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        places = range(len(settings["lines"]))
        return {"lines": chance.sample(places, min(chance.randint(1, settings["most"]), len(places)))}

    def paper(self, settings: Asked) -> list[str]:
        return [settings["question"], *(f"☐ {line}" for line in settings["lines"])]
