"""Kind words to the group as a whole, so that nobody is left without any. Read first by staff, never ranked."""

from typing import Any

from marshmallow import fields, validate

from facilitator.activities import asking
from facilitator.activities.activity import Asked
from facilitator.activities.one_line import LineSettings, OneLine
from facilitator.activities.own_words import all_in_both, in_both
from facilitator.errors import Refused

STARTERS_MOST = 6


class AppreciationSettings(LineSettings):
    starters = fields.List(asking.Text(40), validate=validate.Length(1, STARTERS_MOST))
    """Ways to begin, for whom the first words are the hardest."""


class Appreciation(OneLine):
    """There is no field for whom it is meant: it goes to everyone in the room, those too who wrote nothing."""

    kind = "appreciation"
    Settings = AppreciationSettings
    own_words = {  # noqa: RUF012 - a constant of the class; the contract's type says so
        "en": {
            "question": "What kind words would you like to say to this group, to all of us?",
            "starters": ["Thank you all for", "It helped me that", "In this room I saw", "I take with me"],
        },
        "es": {
            "question": "¿Qué palabras amables le quiere decir a este grupo, a todas las personas aquí?",
            "starters": ["Gracias a este grupo por", "Me ayudó que", "En este lugar vi", "Me llevo"],
        },
    }
    ready_lines = (
        "Thank you all for making room for me today.",
        "It helped me that nobody rushed.",
        "In this room I saw a lot of courage.",
        "I take with me that I am not the only one.",
        "You laughed with me, not at me.",
        "I felt less alone after this hour.",
    )

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        super().fits(settings, answer)
        if answer["text"] in settings.get("starters", ()):
            raise Refused("answer_shape", "Please go on after these first words, or pass.")

    def paper(self, settings: Asked) -> list[str]:
        starters = all_in_both(settings, self.own_words, "starters")
        return [in_both(settings, self.own_words, "question"), *(f"{each} {'_' * 40}" for each in starters)]
