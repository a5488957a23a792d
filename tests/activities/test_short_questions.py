"""The short questions of check-in and check-out: ready words, what belongs together, and what is asked of staff."""

import json
from typing import Any

import pytest
from marshmallow import ValidationError

from facilitator.activities.activity import Composed
from facilitator.activities.kinds import find
from facilitator.activities.question_types import TYPES
from facilitator.activities.question_words import COLOURS, FACES

READY = ("feeling", "sleep", "medication", "use", "high_low", "group_time", "staff_time")


def page(*items: dict[str, Any], promise: str = "named") -> dict[str, Any]:
    return dict(find("check_in").Settings().load({"promise": promise, "ask": list(items)}))


def slips(*items: dict[str, Any], promise: str = "named") -> Any:
    with pytest.raises(ValidationError) as found:
        page(*items, promise=promise)
    return found.value.messages["ask"]  # type: ignore[index, call-overload]


@pytest.mark.parametrize("language", ["en", "es", "es-MX", "fr"])
@pytest.mark.parametrize("type_", READY)
def test_a_question_left_out_is_put_in_the_language_of_the_module(type_: str, language: str) -> None:
    settings = page({"key": "it", "type": type_})

    worded = find("check_in").worded(settings, language)

    question = worded["ask"][0]["question"]
    assert question.strip()
    assert (question == find("check_in").worded(settings, "en")["ask"][0]["question"]) == (language[:2] != "es")
    assert find("check_in").worded(worded, language) == worded


def test_both_languages_have_the_same_ready_words() -> None:
    asked = [{"key": f"k{place}", "type": type_} for place, type_ in enumerate(READY)]
    asked += [{"key": "trigger", "type": "choices", "other": True}, {"key": "stress", "type": "scale"}]
    english, spanish = (find("check_in").worded(page(*asked), language)["ask"] for language in ("en", "es"))

    assert [shape(item) for item in english] == [shape(item) for item in spanish]


def shape(value: Any) -> Any:
    """Keys and numbers of settings without their words."""
    return {key: shape(inner) for key, inner in value.items()} if isinstance(value, dict) else type(value)


def test_words_of_an_author_are_not_touched() -> None:
    own = {"key": "craving", "type": "scale", "question": "How loud is it?", "labels": {"0": "Silent"}}

    (item,) = find("check_in").worded(page(own), "es")["ask"]

    assert (item["question"], item["labels"]) == ("How loud is it?", {"0": "Silent"})


def test_ready_labels_stand_only_at_the_ends_that_they_were_written_for() -> None:
    (item,) = find("check_in").worded(page({"key": "craving", "type": "scale", "to": 5}), "en")["ask"]

    assert item["labels"] == {}


def test_worded_settings_are_settings_again() -> None:
    asked = [{"key": f"k{place}", "type": type_} for place, type_ in enumerate(READY)]
    worded = find("check_in").worded(page(*asked, {"key": "trigger", "type": "choices", "other": True}), "es")

    assert page(*worded["ask"]) == worded


@pytest.mark.parametrize("type_", [type_ for type_ in TYPES if type_ not in READY])
def test_where_the_house_has_no_words_the_author_is_asked_for_them(type_: str) -> None:
    assert slips({"key": "it", "type": type_})[0]["question"] == ["Missing data for required field."]


def test_ready_options_are_there_for_triggers_and_support_alone() -> None:
    assert "options" in slips({"key": "plans", "type": "choices", "question": "Plans?"})[0]
    assert page({"key": "support", "type": "choices"})["ask"] == [
        {"key": "support", "type": "choices", "several": False, "other": False}
    ]


@pytest.mark.parametrize("type_", ["use", "group_time", "staff_time"])
@pytest.mark.parametrize("promise", ["anonymous", "private"])
def test_what_staff_must_know_by_name_is_asked_by_name_only(type_: str, promise: str) -> None:
    assert "unless the promise is named" in slips({"key": "it", "type": type_}, promise=promise)[0]["type"][0]


@pytest.mark.parametrize(("look", "known"), [("pictures", FACES), ("colours", COLOURS)])
def test_a_word_that_there_is_no_picture_or_color_for_is_refused(look: str, known: tuple[str, ...]) -> None:
    item = {"key": "it", "type": "feeling", "as": look}

    assert page({**item, "words": {known[0]: "Mine", known[1]: "Yours"}})
    assert "grumpy" in slips({**item, "words": {known[0]: "Mine", "grumpy": "Grumpy"}})[0]["words"][0]


def test_answers_that_are_the_houses_keep_their_keys() -> None:
    item = {"key": "it", "type": "medication", "options": {"yes": "I did", "no": "I did not", "maybe": "Half"}}

    assert "yes, no, not_applicable" in slips(item)[0]["options"][0]


def test_a_page_that_would_outgrow_an_anonymous_frame_is_refused_where_it_does() -> None:
    high_low = [{"key": f"k{place}", "type": "high_low"} for place in range(8)]

    assert list(slips(*high_low)) == [7] or list(slips(*high_low)) == [6]


def test_the_fullest_page_fits_its_frame(envelope_bytes: int) -> None:
    wide = "😀"
    texts = [{"key": f"{'t' * 31}{i}", "type": "text", "question": "?"} for i in "abc"]
    other = {"key": "o" * 32, "type": "choices", "question": "?", "options": {"a": "A", "b": "B"}, "other": True}
    settings = page(*texts, {**other, "several": True}, {"key": "s", "type": "sleep"}, promise="anonymous")
    values = {item["key"]: wide * 500 for item in texts}
    values["o" * 32] = {"chosen": ["a", "b"], "other": wide * 140}  # type: ignore[assignment]
    values["s"] = {"hours": 12, "rested": "poor"}  # type: ignore[assignment]

    answer = find("check_in").check(settings, {"values": values})

    assert len(json.dumps(answer, ensure_ascii=False).encode()) + envelope_bytes <= find("check_in").frame_bytes


def test_use_is_asked_only_where_the_programme_says_what_a_yes_leads_to() -> None:
    kind = find("check_in")
    settings = kind.worded(page({"key": "use", "type": "use"}, {"key": "sleep", "type": "sleep"}), "en")

    assert kind.needs(settings) == {"use"}
    without, with_it = kind.as_opened(settings, {}), kind.as_opened(settings, {"use": "We talk today."})
    assert ([item["key"] for item in without["ask"]], without["left_out"]) == (["sleep"], ["use"])
    assert with_it["ask"][0]["leads_to"] == "We talk today."
    assert "We talk today." in kind.paper(with_it)
    assert kind.needs(without) == set()


def test_who_would_rather_talk_in_person_asks_staff_for_time() -> None:
    kind = find("check_in")
    settings = page(
        {"key": "use", "type": "use"}, {"key": "group", "type": "group_time"}, {"key": "me", "type": "staff_time"}
    )

    assert kind.asks(settings, {"values": {"use": "in_person"}}) == {"staff_time"}
    assert kind.asks(settings, {"values": {"use": "yes", "group": True, "me": False}}) == {"group_time"}


def test_own_words_beside_choices_wait_and_choices_do_not() -> None:
    kind = find("check_in")
    settings = page(
        {"key": "trigger", "type": "choices", "other": True, "several": True}, {"key": "hl", "type": "high_low"}
    )
    answer = kind.check(
        settings,
        {"values": {"hl": {"low": " Rain. ", "high": ""}, "trigger": {"other": "A song", "chosen": ["people"]}}},
    )

    assert kind.composed(settings, answer) == [
        Composed("values.trigger.other", "A song"),
        Composed("values.hl.low", "Rain."),
    ]
    assert kind.export(settings, answer) == {
        "trigger": "people",
        "trigger.other": "A song",
        "hl.high": None,
        "hl.low": "Rain.",
    }


def test_words_are_told_with_the_question_they_answer_where_several_were_asked() -> None:
    kind = find("check_out")
    plan = {"key": "plan", "type": "text", "question": "My plan for tonight"}
    take = {"key": "take", "type": "text", "question": "One thing I take along"}

    assert kind.which(page(plan, take), "values.take") == "One thing I take along"
    assert kind.which(page(plan), "values.plan") == ""
    assert kind.which({}, "values.plan") == ""


def test_parts_that_are_empty_are_skipped_ones() -> None:
    kind = find("check_in")
    settings = page({"key": "trigger", "type": "choices", "other": True}, {"key": "sleep", "type": "sleep"})

    assert kind.check(settings, {"values": {"trigger": {"chosen": [], "other": " "}, "sleep": {}}}) == {"values": {}}


def test_a_check_out_sets_craving_beside_the_check_in_and_is_named() -> None:
    kind = find("check_out")
    settings = kind.Settings().load({"promise": "named"})

    assert [item["key"] for item in settings["ask"]] == [
        "craving",
        "take_away",
        "tonight",
        "commitment",
        "how_group_was",
    ]
    assert kind.compared(settings, {"values": {"craving": 2, "how_group_was": 4}}) == {"craving": 2, "how_group_was": 4}
    with pytest.raises(ValidationError):
        kind.Settings().load({"promise": "anonymous"})
