"""A thought, looked at twice: what happened, what it said, what speaks for and against it, and a kinder, truer one."""

from marshmallow import Schema

from facilitator.activities import private_form
from facilitator.activities.private_form import PrivateForm


class ThoughtRecordAnswer(Schema):
    situation = private_form.text()
    thought = private_form.text()
    feeling = private_form.text()
    strength = private_form.strength()
    evidence_for = private_form.text()
    evidence_against = private_form.text()
    kinder = private_form.text()
    strength_now = private_form.strength()


class ThoughtRecord(PrivateForm):
    kind = "thought_record"
    Answer = ThoughtRecordAnswer
    heading = "A thought, looked at twice / Un pensamiento, visto dos veces"
    questions = {  # noqa: RUF012 - a constant of the class; the contract's type says so
        "situation": "What happened? / ¿Qué pasó?",
        "thought": "What went through your mind? / ¿Qué le pasó por la mente?",
        "feeling": "What did you feel? / ¿Qué sintió?",
        "strength": "How strong was it? / ¿Qué tan fuerte era?",
        "evidence_for": "What speaks for the thought? / ¿Qué habla a favor de ese pensamiento?",
        "evidence_against": "What speaks against it? / ¿Qué habla en contra?",
        "kinder": "What is a kinder, truer thought? / ¿Qué pensamiento es más amable y más cierto?",
        "strength_now": "How strong is the feeling now? / ¿Qué tan fuerte es ahora?",
    }
    rows = {"feeling": 1, "strength": 0, "strength_now": 0}  # noqa: RUF012
