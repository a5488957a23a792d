"""What kinds share in which each person writes one short line to the group: kind words, an agreement, a welcome.

A line waits for staff. Lines are not counted where they came without a name.
"""

from collections.abc import Sequence
from random import Random
from typing import Any, ClassVar

from marshmallow import Schema, fields, validate

from facilitator.activities import asking, counting
from facilitator.activities.activity import (
    ActivityKind,
    Asked,
    Composed,
    Given,
    Promise,
    SettingsSchema,
    Tally,
    promise_field,
)
from facilitator.activities.own_words import OwnWords, all_in_both, in_both, with_own_words
from facilitator.errors import Refused

CHARACTERS_MOST = 280
STARTERS_MOST = 6


class LineSettings(SettingsSchema):
    question = asking.Text(200)
    most = asking.whole(40, CHARACTERS_MOST, load_default=140)
    starters = fields.List(asking.Text(40), validate=validate.Length(1, STARTERS_MOST))
    """Ways to begin, for whom the first words are the hardest."""
    promise = promise_field("named", "anonymous")


class LineAnswer(Schema):
    text = asking.Text(CHARACTERS_MOST, required=True)


class OneLine(ActivityKind):
    Settings = LineSettings
    Answer: ClassVar[type[Schema] | None] = LineAnswer
    promises: ClassVar[tuple[Promise, ...]] = ("named", "anonymous")
    frame_bytes = 1280
    own_words: ClassVar[OwnWords]
    ready_lines: ClassVar[tuple[str, ...]]
    """For pretend participants; written by us."""

    def worded(self, settings: Asked, language: str) -> dict[str, Any]:
        return with_own_words(settings, self.own_words, language)

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        if len(answer.get("text", "")) > settings["most"]:
            raise Refused("answer_shape", f"Please make it shorter: at most {settings['most']} letters.")
        if answer.get("text") in settings.get("starters", ()):
            raise Refused("answer_shape", "Please go on after these first words, or pass.")

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return counting.of_texts(settings, len(answers))

    def composed(self, settings: Asked, answer: Given) -> list[Composed]:
        return [Composed("text", answer["text"])] if "text" in answer else []

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {"text": answer.get("text", "")}

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        return {"text": chance.choice(self.ready_lines)[: settings["most"]]}

    def paper(self, settings: Asked) -> list[str]:
        """The question, then a line for each way to begin, or two bare ones."""
        begun = [f"{start} {'_' * 40}" for start in all_in_both(settings, self.own_words, "starters")]
        return [in_both(settings, self.own_words, "question"), *(begun or ["_" * 60] * 2)]
