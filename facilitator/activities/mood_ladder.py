"""A path of songs from how it is to how it could be, one step at a time. Titles only."""

from collections.abc import Sequence
from random import Random
from typing import Any

from marshmallow import Schema, fields, validate

from facilitator.activities import asking, counting
from facilitator.activities.activity import (
    ActivityKind,
    Asked,
    Composed,
    Given,
    SettingsSchema,
    Tally,
    promise_field,
)
from facilitator.activities.pretending import WORDS
from facilitator.errors import Refused

STEPS_LEAST, STEPS_MOST = 3, 6
MOOD_MOST, TITLE_MOST = 40, 80
SONGS = ("An old slow one", "The one from the radio", "Something with drums", "The one we sang", "A quiet guitar")
"""For pretend participants; written by us."""


class MoodLadderSettings(SettingsSchema):
    question = asking.Text(200)
    steps = asking.whole(STEPS_LEAST, STEPS_MOST, load_default=4)
    promise = promise_field("named", "private")


class Title(asking.Text):
    """A title, or nothing yet: a step may stay empty between two others."""

    def __init__(self) -> None:
        super().__init__(TITLE_MOST)
        self.validators = [validate.Length(max=TITLE_MOST)]


class MoodLadderAnswer(Schema):
    now = asking.Text(MOOD_MOST)
    titles = fields.List(Title(), required=True, validate=validate.Length(STEPS_LEAST, STEPS_MOST))
    hoped = asking.Text(MOOD_MOST)


class MoodLadder(ActivityKind):
    kind = "mood_ladder"
    Settings = MoodLadderSettings
    Answer = MoodLadderAnswer
    promises = ("named", "private")
    frame_bytes = 4096

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        if len(answer["titles"]) != settings["steps"]:
            raise Refused("answer_shape", f"There are {settings['steps']} steps here.")
        if not any(answer["titles"]):
            raise Refused("answer_shape", "Please write at least one song.")

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return counting.of_texts(settings, len(answers))

    def composed(self, settings: Asked, answer: Given) -> list[Composed]:
        return [Composed(f"titles.{place}", title) for place, title in enumerate(answer["titles"]) if title]

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        songs = {f"song_{place}": title for place, title in enumerate(answer["titles"], start=1)}
        return {"now": answer.get("now"), **songs, "hoped": answer.get("hoped")}

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        titles = [chance.choice(SONGS) for _ in range(settings["steps"])]
        return {"now": chance.choice(WORDS), "titles": titles, "hoped": chance.choice(WORDS)}

    def paper(self, settings: Asked) -> list[str]:
        question = [settings["question"]] if "question" in settings else []
        steps = [f"{number}.  {'_' * 50}" for number in range(1, settings["steps"] + 1)]
        return [*question, f"Now / Ahora: {'_' * 30}", *steps, f"Hoped for / Lo que espera: {'_' * 30}"]
