"""A card for a hard moment: my sign, what helps me, who I call."""

from marshmallow import Schema, fields, validate

from facilitator.activities import private_form
from facilitator.activities.private_form import Line, PrivateForm

HELPS = 3


class CopingCardAnswer(Schema):
    sign = private_form.text()
    helps = fields.List(Line(), validate=validate.Length(HELPS, HELPS))
    call = private_form.text()


class CopingCard(PrivateForm):
    kind = "coping_card"
    Answer = CopingCardAnswer
    heading = "My card for a hard moment / Mi tarjeta para un momento difícil"
    questions = {  # noqa: RUF012 - a constant of the class; the contract's type says so
        "sign": "My sign that it is starting / Mi señal de que empieza",
        "helps": "What helps me / Lo que me ayuda",
        "call": "Who I call / A quién llamo",
    }
    rows = {"sign": 1, "helps": 3, "call": 1}  # noqa: RUF012
