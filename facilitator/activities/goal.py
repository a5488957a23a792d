"""One small step until next time: what, when and where, what may get in the way, how sure; and how the last one went.

A step that can be seen and has its place in the week is done more often; so is one with an *if … then* for what may get
in the way (Gollwitzer 1999), and one that a person is rather sure of: 7 of 10 or more (Gutnick and others 2014, *brief
action planning*). Nobody's sureness is summed up, and no step is compared.
"""

from collections.abc import Sequence
from random import Random
from typing import Any

from marshmallow import Schema, fields

from facilitator.activities import asking, counting
from facilitator.activities.activity import ActivityKind, Asked, Composed, Given, SettingsSchema, Tally, promise_field
from facilitator.activities.own_words import in_both, with_own_words
from facilitator.errors import Refused

LAST_TIME = ("did", "some", "not_yet", "had_none")
PARTS = {"step": 160, "when": 80, "way": 160}
"""What can be written, each with its most characters."""
OWN_WORDS = {
    "en": {"question": "One small step until next time"},
    "es": {"question": "Un paso pequeño hasta la próxima vez"},
}
_ON_PAPER = (
    "What will I do? / ¿Qué voy a hacer?",
    "When and where? / ¿Cuándo y dónde?",
    "If something gets in the way, then I … / Si algo se interpone, entonces yo …",
)
_SAID = {
    "did": "did the last step",
    "some": "did some of the last step",
    "not_yet": "not yet the last step",
    "had_none": "had no step before",
}
_LAST_ON_PAPER = (
    "Last time’s step: ☐ I did it   ☐ some of it   ☐ not yet   ☐ I had none",
    "Mi último paso: ☐ lo hice   ☐ una parte   ☐ todavía no   ☐ no tenía",
)
_STEPS = (
    "Walk around the block before dinner.",
    "Call my sister on Sunday.",
    "Put the bus card in my coat tonight.",
    "Go to bed by eleven on two nights.",
)


class GoalSettings(SettingsSchema):
    question = asking.Text(200)
    look_back = fields.Boolean(truthy={True}, falsy={False}, load_default=True)
    """Whether it first asks how the last step went."""
    promise = promise_field("named", "private")


class GoalAnswer(Schema):
    last_time = asking.choice(*LAST_TIME)
    step = asking.Text(PARTS["step"])
    when = asking.Text(PARTS["when"])
    way = asking.Text(PARTS["way"])
    sure = asking.whole(0, 10)


class Goal(ActivityKind):
    kind = "goal"
    Settings = GoalSettings
    Answer = GoalAnswer
    promises = ("named", "private")
    frame_bytes = 2048

    def worded(self, settings: Asked, language: str) -> dict[str, Any]:
        return with_own_words(settings, OWN_WORDS, language)

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        if "last_time" in answer and not settings["look_back"]:
            raise Refused("answer_shape", "This does not fit the question. Please load the page again.")
        if "step" not in answer and set(answer) != {"last_time"}:
            raise Refused("answer_shape", "Please write the step first, however small.")

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        """Only how many: neither how sure people are nor how their last step went is anybody's total."""
        return counting.of_texts(settings, len(answers))

    def composed(self, settings: Asked, answer: Given) -> list[Composed]:
        """The step alone; when, where and what may get in the way are a person's own."""
        return [Composed("step", answer["step"])] if "step" in answer else []

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        told = {**answer, "last_time": _SAID.get(answer.get("last_time", ""))}
        return {name: told.get(name) for name in ("last_time", *PARTS, "sure")}

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        last = {"last_time": chance.choice(LAST_TIME)} if settings["look_back"] else {}
        return {**last, "step": chance.choice(_STEPS), "sure": chance.randint(6, 10)}

    def paper(self, settings: Asked) -> list[str]:
        last = _LAST_ON_PAPER if settings["look_back"] else ()
        parts = [line for asked in _ON_PAPER for line in (asked, "_" * 60)]
        sure = ["How sure am I? / ¿Qué tanta seguridad tengo?", *asking.paper_scale(0, 10, {})]
        return [in_both(settings, OWN_WORDS, "question"), *last, *parts, *sure]
