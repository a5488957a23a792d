"""How someone is today: a few short questions on one page."""

from facilitator.activities.activity import PROMISES, promise_field
from facilitator.activities.short_questions import QuestionsSettings, ShortQuestions, questions_field


class CheckInSettings(QuestionsSettings):
    ask = questions_field(required=True)
    promise = promise_field()


class CheckIn(ShortQuestions):
    kind = "check_in"
    Settings = CheckInSettings
    promises = PROMISES
