"""What the private forms share: questions of their own, each of which may be left empty; nothing is ever sent."""

from collections.abc import Sequence
from typing import Any, ClassVar

from marshmallow import fields, validate

from facilitator.activities import asking
from facilitator.activities.activity import ActivityKind, Asked, Given, Promise, SettingsSchema, Tally, promise_field
from facilitator.errors import Refused

TEXT_MOST, LINE_MOST = 500, 120


def text() -> asking.Text:
    return asking.Text(TEXT_MOST, lines=True)


def strength() -> fields.Integer:
    return asking.whole(0, 10)


class Line(asking.Text):
    """One of several short lines, which may stay empty."""

    def __init__(self) -> None:
        super().__init__(LINE_MOST)
        self.validators = [validate.Length(max=LINE_MOST)]


class PrivateSettings(SettingsSchema):
    question = asking.Text(200)
    promise = promise_field("private")


class PrivateForm(ActivityKind):
    """Its answer never leaves the phone, so that there is nothing to sum up and nothing to approve."""

    Settings = PrivateSettings
    promises: ClassVar[tuple[Promise, ...]] = ("private",)
    frame_bytes = 8192
    may_be_shown = False
    heading: ClassVar[str]
    """What stands above it on paper, where the module has no question of its own."""
    questions: ClassVar[dict[str, str]]
    """Each by its key, in the order of the form, as it stands on paper."""
    rows: ClassVar[dict[str, int]] = {}
    """How many lines a question has on paper, where not two; 0 for a strength to circle."""

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        if not any(value not in ("", []) for value in answer.values()):
            raise Refused("answer_shape", "Please write something first.")

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return {}

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        """For whoever takes it along: a list becomes one cell."""
        told = {key: answer.get(key) for key in self.questions}
        return {key: " / ".join(value) if isinstance(value, list) else value for key, value in told.items()}

    def paper(self, settings: Asked) -> list[str]:
        lines = [settings.get("question", self.heading)]
        for key, question in self.questions.items():
            rows = self.rows.get(key, 2)
            lines += [question, *(["_" * 60] * rows if rows else asking.paper_scale(0, 10, {}))]
        return lines
