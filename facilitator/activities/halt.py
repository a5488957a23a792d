"""Hungry, angry, lonely, tired: four taps, and one small thing to do about each. The wall is told of no one.

A pause that groups in recovery have long taught by these four words; what to do is written by us.
"""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from facilitator.activities import asking, counting
from facilitator.activities.activity import PROMISES, ActivityKind, Asked, Given, SettingsSchema, Tally, promise_field
from facilitator.activities.own_words import in_language
from facilitator.errors import Refused

NEEDS = ("hungry", "angry", "lonely", "tired")
NONE = "none"
_WORDS = dict(zip(NEEDS, ("Hungry / Hambre", "Angry / Enojo", "Lonely / Soledad", "Tired / Cansancio"), strict=True))
OWN_WORDS: Mapping[str, Mapping[str, Any]] = {
    "en": {
        "question": "Which of these is true for you right now?",
        "ideas": {
            "hungry": "Eat something small. Nothing with you? Ask staff.",
            "angry": "Let your shoulders drop. Walk to the door and back.",
            "lonely": "Say hello to one person before you leave today.",
            "tired": "Rest your eyes for a minute. Plan an early night.",
        },
    },
    "es": {
        "question": "¿Cuál de estas cosas le pasa ahora?",
        "ideas": {
            "hungry": "Coma algo pequeño. ¿No trae nada? Pregunte al personal.",
            "angry": "Suelte los hombros. Camine hasta la puerta y vuelva.",
            "lonely": "Salude a una persona antes de irse hoy.",
            "tired": "Descanse los ojos un minuto. Acuéstese temprano hoy.",
        },
    },
}


class HaltSettings(SettingsSchema):
    question = asking.Text(200)
    ideas = asking.Choices(1, len(NEEDS))
    """One small thing for each need; ours where an author leaves one out."""
    promise = promise_field()

    @validates_schema
    def known(self, data: Mapping[str, Any], **_: Any) -> None:
        strange = [key for key in data.get("ideas", ()) if key not in NEEDS]
        if strange:
            raise ValidationError({"ideas": {strange[0]: [f"must be one of {', '.join(NEEDS)}"]}})


class HaltAnswer(Schema):
    needs = fields.List(asking.choice(*NEEDS, NONE), required=True, validate=validate.Length(min=1, max=len(NEEDS)))


class Halt(ActivityKind):
    kind = "halt"
    Settings = HaltSettings
    Answer = HaltAnswer
    promises = PROMISES
    frame_bytes = 256

    def worded(self, settings: Asked, language: str) -> dict[str, Any]:
        own = in_language(OWN_WORDS, language)
        ideas = {need: settings.get("ideas", {}).get(need, text) for need, text in own["ideas"].items()}
        return {"question": own["question"], **settings, "ideas": ideas}

    def fits(self, settings: Asked, answer: dict[str, Any]) -> None:
        needs = set(answer["needs"])
        if NONE in needs and len(needs) > 1:
            raise Refused("answer_shape", "Please choose what is true for you, or none of these.")
        answer["needs"] = [need for need in (*NEEDS, NONE) if need in needs]

    def tally(self, settings: Asked, answers: Sequence[Given]) -> Tally:
        return counting.of_choices(settings, NEEDS, [_needs(answer) for answer in answers])

    def export(self, settings: Asked, answer: Given) -> dict[str, Any]:
        return {"needs": ", ".join(answer["needs"])}

    def pretend(self, settings: Asked, chance: Random) -> dict[str, Any]:
        needs = [need for need in NEEDS if chance.random() < 0.4]
        return {"needs": needs or [NONE]}

    def paper(self, settings: Asked) -> list[str]:
        english, spanish = OWN_WORDS["en"], OWN_WORDS["es"]
        question = settings.get("question", f"{english['question']} / {spanish['question']}")
        ideas = settings.get("ideas", {})
        return [question, *(f"☐ {_WORDS[need]}: {ideas.get(need, english['ideas'][need])}" for need in NEEDS)]


def _needs(answer: Given) -> list[str]:
    return [need for need in answer["needs"] if need != NONE]
