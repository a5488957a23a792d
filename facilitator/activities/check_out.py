"""How someone leaves: craving once more, something to take along, tonight's plan, a commitment, how the group was."""

from typing import Any

from marshmallow import post_load

from facilitator.activities.activity import promise_field
from facilitator.activities.short_questions import QuestionsSettings, ShortQuestions, questions_field

_ASKED = (
    {"key": "craving", "type": "scale", "from": 0, "to": 10, "labels": {}},
    {"key": "take_away", "type": "text"},
    {"key": "tonight", "type": "text"},
    {"key": "commitment", "type": "text"},
    {"key": "how_group_was", "type": "scale", "from": 0, "to": 4, "labels": {}},
)
"""What is asked where an author writes no questions."""


class CheckOutSettings(QuestionsSettings):
    ask = questions_field()
    promise = promise_field("named")

    @post_load
    def ask_the_usual(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {"ask": [dict(item) for item in _ASKED], **data}


class CheckOut(ShortQuestions):
    kind = "check_out"
    Settings = CheckOutSettings
    promises = ("named",)
