"""A plan for hard days: what sets it off, how it shows, what to do, whom to call, and what comes next if it happens."""

from marshmallow import Schema

from facilitator.activities import private_form
from facilitator.activities.private_form import PrivateForm


class RelapsePlanAnswer(Schema):
    triggers = private_form.text()
    signs = private_form.text()
    actions = private_form.text()
    call = private_form.text()
    if_it_happens = private_form.text()


class RelapsePlan(PrivateForm):
    kind = "relapse_plan"
    Answer = RelapsePlanAnswer
    heading = "My plan for hard days / Mi plan para días difíciles"
    questions = {  # noqa: RUF012 - a constant of the class; the contract's type says so
        "triggers": "What can set it off? / ¿Qué puede despertarlo?",
        "signs": "How do I notice it early? / ¿Cómo lo noto a tiempo?",
        "actions": "What do I do then? / ¿Qué hago entonces?",
        "call": "Whom do I call? / ¿A quién llamo?",
        "if_it_happens": "If I use, what comes next? / Si consumo, ¿qué sigue?",
    }
