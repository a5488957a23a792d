"""Questions that nobody has to put their name to. Asked again, it offers those the room has seen: me too.

Who would also like to know is counted as any anonymous answer is: in words, and not at all among a few.
"""

from collections.abc import Sequence
from random import Random
from typing import Any

from marshmallow import Schema, fields, validate

from facilitator.activities import asking, counting
from facilitator.activities.activity import (
    ActivityKind,
    Approved,
    Around,
    Asked,
    Composed,
    Given,
    SettingsSchema,
    State,
    Tally,
    promise_field,
)
from facilitator.activities.pretending import LINES
from facilitator.errors import Refused

QUESTIONS_MOST = 12
CHARACTERS_MOST = 280


class QuestionBoxSettings(SettingsSchema):
    question = asking.Text(300, required=True)
    most = asking.whole(40, CHARACTERS_MOST, load_default=140)
    promise = promise_field("anonymous")


class QuestionBoxAnswer(Schema):
    text = asking.Text(CHARACTERS_MOST)
    me_too = fields.List(asking.key(), load_default=list, validate=validate.Length(max=QUESTIONS_MOST))


class QuestionBox(ActivityKind):
    kind = "question_box"
    Settings = QuestionBoxSettings
    Answer = QuestionBoxAnswer
    promises = ("anonymous",)
    frame_bytes = 1536
    lives = True

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        if len(answer.get("text", "")) > settings["most"]:
            raise Refused("answer_shape", f"Please make it shorter: at most {settings['most']} letters.")
        known, chosen = settings.get("questions", {}), set(answer["me_too"])
        if not chosen <= set(known) or not (chosen or "text" in answer):
            raise Refused("answer_shape", "This answer does not fit the question. Please choose again.")
        answer["me_too"] = [name for name in known if name in chosen]

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        if "questions" not in settings:
            return counting.of_texts(settings, len(answers))
        return counting.of_choices(settings, settings["questions"], [answer["me_too"] for answer in answers])

    def composed(self, settings: Asked, answer: Given) -> list[Composed]:
        return [Composed("text", answer["text"])] if "text" in answer else []

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        known = settings.get("questions", {})
        return {"text": answer.get("text", ""), "me_too": " / ".join(known[name] for name in answer["me_too"])}

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        me_too = [name for name in settings.get("questions", {}) if chance.random() < 0.5]
        return {"me_too": me_too} if me_too else {"text": chance.choice(LINES)[: settings["most"]], "me_too": []}

    def paper(self, settings: Asked) -> list[str]:
        return [settings["question"], *["_" * 60] * 3]

    def initial(self, settings: Asked, around: Around) -> dict[str, Any]:
        """What the room has seen from this box so far, the newest if they are many."""
        texts = dict.fromkeys(card.text for card in around.cards if card.step == around.step)
        return {"questions": {f"q{number}": text for number, text in enumerate(list(texts)[-QUESTIONS_MOST:], 1)}}

    def asked(self, settings: Asked, state: State) -> dict[str, Any]:
        return {**settings, "questions": state["questions"]} if state["questions"] else dict(settings)

    def shared(self, settings: Asked, state: State, cards: Sequence[Approved]) -> dict[str, Any]:
        return {}
