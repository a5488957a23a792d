"""Rating the hour: about the work, without names, never about one person."""

import pytest
from marshmallow import ValidationError

from facilitator.activities.session_rating import OWN_QUESTIONS, SessionRating

rating = SessionRating()


@pytest.mark.parametrize("language", ["en", "es"])
def test_where_an_author_writes_no_questions_it_asks_ours_in_the_language_of_the_module(language: str) -> None:
    asked = rating.worded({"promise": "anonymous"}, language)

    assert [item["question"] for item in asked["ask"]] == list(OWN_QUESTIONS[language].values())
    assert rating.Settings().load(asked) == asked
    assert rating.check(asked, {"values": {"overall": 3}}) == {"values": {"overall": 3}}


@pytest.mark.parametrize("promise", ["named", "private"])
def test_nobody_can_be_asked_for_it_with_a_name(promise: str) -> None:
    with pytest.raises(ValidationError):
        rating.Settings().load({"promise": promise})


@pytest.mark.parametrize("type_", ["text", "yes_no", "staff_time"])
def test_only_numbers_are_asked_for_because_words_point_at_people(type_: str) -> None:
    with pytest.raises(ValidationError, match="must be"):
        rating.Settings().load({"promise": "anonymous", "ask": [{"key": "why", "type": type_, "question": "Why?"}]})


def test_it_is_never_shown_to_the_room_and_writes_no_words() -> None:
    assert not rating.may_be_shown
    assert rating.composed(rating.worded({"promise": "anonymous"}, "en"), {"values": {"heard": 2}}) == []


def test_the_questions_are_ours_and_not_those_of_a_licensed_form() -> None:
    licensed = ("heard, understood, and respected", "a good fit for me", "right for me", "wanted to work on")
    assert not [text for text in OWN_QUESTIONS["en"].values() for words in licensed if words in text]
