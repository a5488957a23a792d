"""A break: when we start again, a kind line, and a few things one could do. Silent; it asks for nothing."""

from collections.abc import Sequence
from typing import Any

from marshmallow import fields, validate

from facilitator.activities import asking
from facilitator.activities.activity import ActivityKind, Approved, Around, Asked, Given, SettingsSchema, State, Tally
from facilitator.activities.own_words import all_in_both, in_both, with_own_words
from facilitator.errors import Refused

LONGEST = 90
"""Minutes, with all that staff add."""
IDEAS_MOST = 6
OWN_WORDS = {
    "en": {
        "line": "This time is yours.",
        "ideas": [
            "Drink some water.",
            "Stretch, or walk a little.",
            "Look out of a window.",
            "Sit and do nothing. That is a break too.",
        ],
    },
    "es": {
        "line": "Este tiempo es suyo.",
        "ideas": [
            "Tome un poco de agua.",
            "Estírese o camine un poco.",
            "Mire por una ventana.",
            "Siéntese sin hacer nada. Eso también es descansar.",
        ],
    },
}


class BreakSettings(SettingsSchema):
    minutes = asking.whole(1, 45, load_default=10)
    line = asking.Text(100)
    ideas = fields.List(asking.Text(60), validate=validate.Length(max=IDEAS_MOST))


class Break(ActivityKind):
    """It is over when staff say so; when its time is up, the screens say that and nothing else happens."""

    kind = "break_"
    Settings = BreakSettings
    lives = True

    def worded(self, settings: Asked, language: str) -> dict[str, Any]:
        return with_own_words(settings, OWN_WORDS, language)

    def initial(self, settings: Asked, around: Around) -> dict[str, Any]:
        return {"minutes": settings["minutes"], "over": False}

    def lead(self, settings: Asked, state: State, move: object, around: Around) -> dict[str, Any]:
        """`until` so many minutes after it began, `over` to start again now, `go_on` to take that back."""
        match move:
            case {"do": "until", "minutes": int(minutes)} if not isinstance(minutes, bool) and 1 <= minutes <= LONGEST:
                return {"minutes": minutes, "over": False}
            case {"do": "until"}:
                raise Refused("minutes", f"A break may be up to {LONGEST} minutes long.")
            case {"do": "over"}:
                return {**state, "over": True}
            case {"do": "go_on"}:
                return {**state, "over": False}
        raise Refused("move_shape", "This cannot be done here.")

    def shared(self, settings: Asked, state: State, cards: Sequence[Approved]) -> dict[str, Any]:
        return dict(state)

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return {}

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {}

    def paper(self, settings: Asked) -> list[str]:
        ideas = all_in_both(settings, OWN_WORDS, "ideas")
        return [in_both(settings, OWN_WORDS, "line"), f"{settings['minutes']} min", *(f"• {idea}" for idea in ideas)]
