"""A paced ring to breathe with. Silent, asks for nothing, keeps nothing.

No breath holds unless a module asks: holding the breath can make panic worse.
"""

from collections.abc import Sequence
from typing import Any

from facilitator.activities import asking
from facilitator.activities.activity import ActivityKind, Asked, Given, SettingsSchema, Tally


class BreathingSettings(SettingsSchema):
    inward = asking.whole(2, 8, data_key="in", attribute="in", load_default=4)
    """Seconds, as are `out` and `hold`."""
    outward = asking.whole(2, 12, data_key="out", attribute="out", load_default=6)
    hold = asking.whole(0, 4, load_default=0)
    minutes = asking.whole(1, 10, load_default=2)
    note = asking.Text(200)


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
            f"Tome aire {into} segundos, suéltelo en {out}. {minutes} min.",
        ]
