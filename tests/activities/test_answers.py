"""What people send: how it is tidied, how large it may grow, what staff read out of it."""

import json
from typing import Any

import pytest

from facilitator.activities.activity import Composed
from facilitator.activities.kinds import find
from facilitator.activities.question_types import TEXT_CHARACTERS
from facilitator.activities.short_questions import ITEMS_MOST, TEXTS_MOST
from facilitator.errors import Refused

WIDE = "😀"
"""Four bytes, as wide as a character gets."""
LONG_KEY = "k" * 31

CLOUD = {"question": "?", "words": 5, "promise": "anonymous"}
TEXT = {"question": "?", "most": 1000, "promise": "anonymous"}


def large_check_in() -> tuple[dict[str, Any], dict[str, Any]]:
    words = {f"{'w' * 31}{i}": "x" for i in range(2)}
    items = [
        {"key": f"{LONG_KEY}{'abcdefghijkl'[i]}", "type": "text" if i < TEXTS_MOST else "feeling", "question": "?"}
        | ({} if i < TEXTS_MOST else {"words": words})
        for i in range(ITEMS_MOST)
    ]
    values = {item["key"]: WIDE * TEXT_CHARACTERS if item["type"] == "text" else next(iter(words)) for item in items}
    return {"promise": "anonymous", "ask": items}, {"values": values}


def large_poll() -> tuple[dict[str, Any], dict[str, Any]]:
    options = {f"{'o' * 31}{i}": "x" for i in range(10)}
    return {"question": "?", "options": options, "choose": "several", "promise": "anonymous"}, {"chosen": list(options)}


def different(places: int) -> list[str]:
    return [chr(0x1F600 + place) * 24 for place in range(places)]


LARGEST = {
    "scale": ({"question": "?", "from": -100, "to": -90, "promise": "anonymous"}, {"value": -100}),
    "poll": large_poll(),
    "word_cloud": (CLOUD, {"words": different(5)}),
    "free_text": (TEXT, {"text": WIDE * 1000}),
    "check_in": large_check_in(),
}


@pytest.mark.parametrize("name", LARGEST)
def test_the_largest_answer_fits_its_frame(name: str, envelope_bytes: int) -> None:
    kind = find(name)
    settings, raw = LARGEST[name]
    answer = kind.check(kind.Settings().load(settings), raw)

    assert answer == raw
    assert len(json.dumps(answer, ensure_ascii=False).encode()) + envelope_bytes <= kind.frame_bytes <= 8192


def test_words_are_tidied_so_that_like_meets_like() -> None:
    answer = find("word_cloud").check(CLOUD, {"words": ["  Hope ", "hope", "two\t words", "Ca\u0301lida", "HOPE"]})

    assert answer == {"words": ["hope", "two words", "cálida"]}


def test_a_word_that_grows_too_long_in_small_letters_is_refused() -> None:
    with pytest.raises(Refused, match="shorter word"):
        find("word_cloud").check(CLOUD, {"words": ["İ" * 24]})


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("half an emoji \ud83d", "half an emoji"),
        ("bell \x07 and null \x00", "bell  and null"),
        ("turned \u202eround", "turned round"),
        ("two\r\nlines", "two\nlines"),
        ("family 👩\u200d👧", "family 👩\u200d👧"),
        ("  room around  ", "room around"),
    ],
)
def test_what_cannot_be_stored_or_shown_is_left_out(sent: str, kept: str) -> None:
    assert find("free_text").check(TEXT, {"text": sent}) == {"text": kept}
    answer = find("check_in").check(HOPE, {"values": {"hope": sent}})
    assert answer == {"values": {"hope": kept}}


HOPE = {"promise": "named", "ask": [{"key": "hope", "type": "text", "question": "?"}]}
EVENING = {
    "promise": "named",
    "ask": [
        {"key": "craving", "type": "scale", "question": "?", "from": 0, "to": 10, "labels": {}},
        {"key": "group_time", "type": "yes_no", "question": "?", "asks": "group_time"},
        {"key": "staff_time", "type": "yes_no", "question": "?", "asks": "staff_time"},
        {"key": "slept", "type": "yes_no", "question": "?"},
        {"key": "hope", "type": "text", "question": "?"},
    ],
}


def test_an_empty_text_in_a_check_in_is_a_skipped_one() -> None:
    assert find("check_in").check(HOPE, {"values": {"hope": " \n "}}) == {"values": {}}


def test_a_text_in_a_check_in_has_an_end() -> None:
    with pytest.raises(Refused):
        find("check_in").check(HOPE, {"values": {"hope": "x" * (TEXT_CHARACTERS + 1)}})


def test_the_order_of_tapping_is_not_kept() -> None:
    values = {"hope": "Rest.", "slept": True, "craving": 4}
    answer = find("check_in").check(EVENING, {"values": values})
    assert list(answer["values"]) == ["craving", "slept", "hope"]

    poll = {
        "question": "?",
        "options": {"walk": "A walk", "call": "A call"},
        "choose": "several",
        "promise": "anonymous",
    }
    assert find("poll").check(poll, {"chosen": ["call", "walk"]}) == {"chosen": ["walk", "call"]}


def test_a_check_in_tells_staff_who_asked_for_time() -> None:
    kind = find("check_in")

    assert kind.asks(EVENING, {"values": {"group_time": True, "staff_time": False, "slept": True}}) == {"group_time"}
    assert kind.asks(EVENING, {"values": {"slept": True}}) == set()


def test_scales_are_set_beside_earlier_ones_by_their_key() -> None:
    assert find("check_in").compared(EVENING, {"values": {"craving": 7, "slept": True}}) == {"craving": 7}
    assert find("check_in").compared(EVENING, {"values": {}}) == {}
    assert find("scale").compared({"compare_as": "craving"}, {"value": 2}) == {"craving": 2}
    assert find("scale").compared({}, {"value": 2}) == {}


def test_what_a_person_wrote_waits_and_what_they_chose_does_not() -> None:
    evening = {"values": {"craving": 7, "hope": "Rest."}}
    assert find("check_in").composed(EVENING, evening) == [Composed("values.hope", "Rest.")]
    words = [Composed("words.0", "sea"), Composed("words.1", "sun")]
    assert find("word_cloud").composed(CLOUD, {"words": ["sea", "sun"]}) == words
    assert find("poll").composed({}, {"chosen": ["walk"]}) == []


def test_a_record_has_a_column_for_what_was_skipped() -> None:
    row = find("check_in").export(EVENING, {"values": {"slept": False, "craving": 3}})

    assert row == {"craving": 3, "group_time": None, "staff_time": None, "slept": False, "hope": None}
    assert find("word_cloud").export({**CLOUD, "words": 2}, {"words": ["sea"]}) == {"word_1": "sea", "word_2": None}


def test_a_check_in_is_for_staff_and_not_for_the_wall() -> None:
    assert not find("check_in").may_be_shown
    assert find("scale").may_be_shown


def test_paper_shows_each_point_of_a_scale_and_what_it_means() -> None:
    settings = {"question": "How strong?", "from": 0, "to": 3, "labels": {"0": "No urge", "3": "Strongest"}}

    assert find("scale").paper(settings) == ["How strong?", "0   1   2   3", "0 = No urge", "3 = Strongest"]


def test_paper_needs_no_language_of_its_own() -> None:
    settings = {"ask": [{"key": "slept", "type": "yes_no", "question": "Slept?"}]}

    assert find("check_in").paper(settings) == ["Slept?", "☐ Yes / Sí   ☐ No"]
