"""Five, four, three, two, one: from what one sees to where one is. Asks for nothing, keeps nothing.

With `senses` the last two are smell and taste, as the exercise is mostly taught. Smells and tastes can also wake an
urge, so a module may leave them out: then one finds two things one knows for sure, and one slow breath out.
"""

from collections.abc import Sequence
from typing import Any

from marshmallow import fields

from facilitator.activities import asking
from facilitator.activities.activity import ActivityKind, Asked, Given, SettingsSchema, Tally

FIRST = (("5 you can see", "5 que ve"), ("4 you can feel", "4 que siente al tocar"), ("3 you can hear", "3 que oye"))
SENSES = (
    ("2 you can smell, or 2 smells you like", "2 que huele, o 2 olores que le gustan"),
    ("1 you can taste, or 1 sip of water", "1 sabor, o 1 trago de agua"),
)
SURE = (
    ("2 you know: where you are, what day it is", "2 que sabe: dónde está, qué día es"),
    ("1 slow breath out", "1 vez soltar el aire despacio"),
)


class GroundingSettings(SettingsSchema):
    senses = fields.Boolean(truthy={True}, falsy={False}, load_default=True)
    note = asking.Text(200)


class Grounding(ActivityKind):
    kind = "grounding"
    Settings = GroundingSettings

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return {}

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {}

    def paper(self, settings: Asked) -> list[str]:
        note = [settings["note"]] if "note" in settings else []
        things = (*FIRST, *(SENSES if settings["senses"] else SURE))
        return [*note, *(f"{english} / {spanish}" for english, spanish in things)]
