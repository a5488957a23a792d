"""A few things, put in order by each person."""

from collections.abc import Sequence
from random import Random
from typing import Any

from marshmallow import Schema, fields, validate

from facilitator.activities import asking, counting
from facilitator.activities.activity import PROMISES, ActivityKind, Asked, Given, SettingsSchema, Tally, promise_field
from facilitator.errors import Refused

OPTIONS_LEAST, OPTIONS_MOST = 3, 7


class RankingSettings(SettingsSchema):
    question = asking.Text(200, required=True)
    options = asking.Choices(OPTIONS_LEAST, OPTIONS_MOST, required=True)
    promise = promise_field()


class RankingAnswer(Schema):
    order = fields.List(fields.String(), required=True, validate=validate.Length(OPTIONS_LEAST, OPTIONS_MOST))


class Ranking(ActivityKind):
    kind = "ranking"
    Settings = RankingSettings
    Answer = RankingAnswer
    promises = PROMISES
    frame_bytes = 512

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        order = answer["order"]
        if len(set(order)) < len(order) or not set(order) <= set(settings["options"]):
            raise Refused("answer_shape", "Please put each thing in its place once.")
        if len(order) < len(settings["options"]):
            raise Refused("answer_shape", "Please give each thing a place.")

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return counting.of_orders(settings, settings["options"], [answer["order"] for answer in answers])

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {key: answer["order"].index(key) + 1 for key in settings["options"]}

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        return {"order": chance.sample(list(settings["options"]), len(settings["options"]))}

    def paper(self, settings: Asked) -> list[str]:
        places = f"1 – {len(settings['options'])}"
        return [settings["question"], places, *(f"____  {text}" for text in settings["options"].values())]
