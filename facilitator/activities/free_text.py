"""A few sentences of one's own."""

from collections.abc import Sequence
from random import Random
from typing import Any

from marshmallow import Schema

from facilitator.activities import asking, counting
from facilitator.activities.activity import (
    PROMISES,
    ActivityKind,
    Asked,
    Composed,
    Given,
    SettingsSchema,
    Tally,
    promise_field,
)
from facilitator.activities.pretending import LINES
from facilitator.errors import Refused

CHARACTERS_MOST = 1000


class FreeTextSettings(SettingsSchema):
    question = asking.Text(300, required=True)
    most = asking.whole(40, CHARACTERS_MOST, load_default=500)
    promise = promise_field()


class FreeTextAnswer(Schema):
    text = asking.Text(CHARACTERS_MOST, lines=True, required=True)


class FreeText(ActivityKind):
    kind = "free_text"
    Settings = FreeTextSettings
    Answer = FreeTextAnswer
    promises = PROMISES
    frame_bytes = 4608

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        if len(answer["text"]) > settings["most"]:
            raise Refused("answer_shape", f"Please make it shorter: at most {settings['most']} letters.")

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return counting.of_texts(settings, len(answers))

    def composed(self, settings: Asked, answer: Given) -> list[Composed]:
        return [Composed("text", answer["text"])]

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {"text": answer["text"]}

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        return {"text": chance.choice(LINES)[: settings["most"]]}

    def paper(self, settings: Asked) -> list[str]:
        return [settings["question"], *["_" * 60] * (2 + settings["most"] // 200)]
