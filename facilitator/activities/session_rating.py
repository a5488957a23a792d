"""How the hour was, in four short questions of our own: heard, about what counts, in a way that works, worth coming.

Always without names, and summed up for staff alone: it is about the work, never about one person.
The four things asked about are those that decades of research on the alliance between people and their helpers ask
about (Bordin 1979: bond, tasks, goals); the wording is ours, since the known short forms are licensed.
"""

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, validates_schema

from facilitator.activities.activity import Asked, promise_field
from facilitator.activities.own_words import in_language
from facilitator.activities.short_questions import QuestionsSettings, ShortQuestions, questions_field

ENDS = {"en": {"0": "Not at all", "4": "Very much"}, "es": {"0": "Nada", "4": "Mucho"}}
OWN_QUESTIONS = {
    "en": {
        "heard": "Did people listen to you today?",
        "matters": "Was it about things that count for you?",
        "way": "Did the way we did it work for you?",
        "overall": "Was it worth coming today?",
    },
    "es": {
        "heard": "¿Le escucharon hoy?",
        "matters": "¿Se trató de cosas que le importan?",
        "way": "¿Le sirvió la manera en que lo hicimos?",
        "overall": "¿Valió la pena venir hoy?",
    },
}


class SessionRatingSettings(QuestionsSettings):
    ask = questions_field()
    promise = promise_field("anonymous")

    @validates_schema
    def only_scales(self, data: Mapping[str, Any], **_: Any) -> None:
        strays = [place for place, item in enumerate(data.get("ask", ())) if item["type"] != "scale"]
        if strays:
            raise ValidationError(
                {"ask": {strays[0]: {"type": ["must be scale here; anything else may point at someone"]}}}
            )


class SessionRating(ShortQuestions):
    kind = "session_rating"
    Settings = SessionRatingSettings
    promises = ("anonymous",)
    frame_bytes = 1024

    def worded(self, settings: Asked, language: str) -> dict[str, Any]:
        return super().worded({**settings, "ask": settings.get("ask", _ours(language))}, language)

    def paper(self, settings: Asked) -> list[str]:
        return super().paper({**settings, "ask": settings.get("ask", _ours("en"))})


def _ours(language: str) -> list[dict[str, Any]]:
    ends, questions = in_language(ENDS, language), in_language(OWN_QUESTIONS, language)
    scale = {"type": "scale", "from": 0, "to": 4, "labels": ends}
    return [{"key": key, "question": question, **scale} for key, question in questions.items()]
