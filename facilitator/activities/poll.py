"""A question with a few choices, of which one or several may be taken."""

from collections.abc import Sequence
from random import Random
from typing import Any

from marshmallow import Schema, fields, validate

from facilitator.activities import asking, counting
from facilitator.activities.activity import PROMISES, ActivityKind, Asked, Given, SettingsSchema, Tally, promise_field
from facilitator.errors import Refused

OPTIONS_MOST = 10


class PollSettings(SettingsSchema):
    question = asking.Text(200, required=True)
    options = asking.Choices(2, OPTIONS_MOST, required=True)
    choose = asking.choice("one", "several", load_default="one")
    promise = promise_field()


class PollAnswer(Schema):
    chosen = fields.List(fields.String(), required=True, validate=validate.Length(1, OPTIONS_MOST))


class Poll(ActivityKind):
    kind = "poll"
    Settings = PollSettings
    Answer = PollAnswer
    promises = PROMISES
    frame_bytes = 512

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        """Also puts the keys in the order of the question: the order of tapping tells people apart."""
        chosen = answer["chosen"]
        if not set(chosen) <= set(settings["options"]) or len(set(chosen)) < len(chosen):
            raise Refused("answer_shape", "Please choose from the list.")
        if settings["choose"] == "one" and len(chosen) > 1:
            raise Refused("answer_shape", "Please choose just one.")
        answer["chosen"] = [key for key in settings["options"] if key in chosen]

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return counting.of_choices(settings, settings["options"], [answer["chosen"] for answer in answers])

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {"chosen": " ".join(answer["chosen"])}

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        most = 1 if settings["choose"] == "one" else min(3, len(settings["options"]))
        return {"chosen": chance.sample(list(settings["options"]), chance.randint(1, most))}

    def paper(self, settings: Asked) -> list[str]:
        return [settings["question"], *(f"☐ {text}" for text in settings["options"].values())]
