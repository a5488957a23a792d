"""One number on a scale: how strong, how much, how well."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from facilitator.activities import asking, counting
from facilitator.activities.activity import PROMISES, ActivityKind, Asked, Given, SettingsSchema, Tally, promise_field
from facilitator.errors import Refused


class ScaleSettings(SettingsSchema):
    question = asking.Text(200, required=True)
    lowest = asking.whole(-100, 100, data_key="from", attribute="from", load_default=0)
    highest = asking.whole(-100, 100, data_key="to", attribute="to", load_default=10)
    labels = asking.Labels(load_default=dict)
    compare_as = asking.key()
    """The key of an earlier question (`craving`) that this value is set beside."""
    before = fields.String(validate=validate.Regexp(r"[a-z0-9][a-z0-9._-]{0,79}\Z"))
    """The name of an earlier step that asks the same: the tablet then shows what the group said there beside this."""
    promise = promise_field()

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def hangs_together(self, data: Mapping[str, Any], original: Mapping[str, Any], **_: Any) -> None:
        if problems := asking.scale_problems(data, original):
            raise ValidationError(problems)


class ScaleAnswer(Schema):
    value = fields.Integer(strict=True, required=True)


class Scale(ActivityKind):
    kind = "scale"
    Settings = ScaleSettings
    Answer = ScaleAnswer
    promises = PROMISES
    frame_bytes = 256

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        if not settings["from"] <= answer["value"] <= settings["to"]:
            raise Refused("answer_shape", f"Please choose a number from {settings['from']} to {settings['to']}.")

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return counting.of_scale(settings, settings["from"], settings["to"], [answer["value"] for answer in answers])

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {"value": answer["value"]}

    def beside(self, settings: Asked) -> str | None:
        return settings.get("before")

    def compared(self, settings: Asked, answer: Given) -> dict[str, int]:
        return {settings["compare_as"]: answer["value"]} if "compare_as" in settings else {}

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        return {"value": chance.randint(settings["from"], settings["to"])}

    def paper(self, settings: Asked) -> list[str]:
        return [settings["question"], *asking.paper_scale(settings["from"], settings["to"], settings["labels"])]
