"""A paced ring to breathe with. Silent, asks for nothing, keeps nothing.

The way out is longer than the way in, because that settles. No breath is held unless a module asks: holding the
breath can make panic worse. So a box is offered twice, by the module and then on the phone to each person, and the
wall never shows one.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from marshmallow import ValidationError, validates_schema

from facilitator.activities import asking
from facilitator.activities.activity import ActivityKind, Asked, Given, SettingsSchema, Tally

STYLES = ("longer_out", "counting", "box")


class BreathingSettings(SettingsSchema):
    style = asking.choice(*STYLES, load_default="longer_out")
    inward = asking.whole(2, 8, data_key="in", attribute="in", load_default=4)
    """Seconds, as are `out` and `hold`. All four sides of a box are as long as `in`."""
    outward = asking.whole(2, 12, data_key="out", attribute="out", load_default=6)
    hold = asking.whole(0, 4, load_default=0)
    minutes = asking.whole(1, 10, load_default=2)
    note = asking.Text(200)

    @validates_schema
    def settles(self, data: Mapping[str, Any], **_: Any) -> None:
        if data["out"] < data["in"]:
            raise ValidationError({"out": [f"must be at least {data['in']}, as long as in: a longer way out settles"]})


class Breathing(ActivityKind):
    kind = "breathing"
    Settings = BreathingSettings

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return {}

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {}

    def paper(self, settings: Asked) -> list[str]:
        into, out, minutes = settings["in"], settings["out"], settings["minutes"]
        note = [settings["note"]] if "note" in settings else []
        return [
            *note,
            f"Breathe in for {into} seconds, out for {out}. {minutes} min.",
            *_further(
                settings, "Count each breath out, 1 to 10.", f"Or in {into}, rest {into}, out {into}, rest {into}."
            ),
            "Eyes open is fine. Stop any time. Or just feel your feet on the floor.",
            f"Tome aire {into} segundos, suéltelo en {out}. {minutes} min.",
            *_further(
                settings,
                "Cuente cada vez que suelta el aire, de 1 a 10.",
                f"O tome {into}, descanse {into}, suelte {into}, descanse {into}.",
            ),
            "Puede tener los ojos abiertos. Pare cuando quiera. O solo sienta los pies en el suelo.",
        ]


def _further(settings: Asked, counting: str, box: str) -> list[str]:
    return {"counting": [counting], "box": [box]}.get(settings.get("style", "longer_out"), [])
