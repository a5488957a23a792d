"""What an author may write for each kind, and that each slip is found at its place."""

from typing import Any

import pytest
from marshmallow import ValidationError

from facilitator.activities.kinds import find

SCALE = {"question": "How strong?", "promise": "named"}
POLL = {"question": "What helps?", "promise": "named", "options": {"walk": "A walk", "call": "A call"}}
YES_NO = {"key": "time", "type": "yes_no", "question": "Time?"}
FEELING = {"key": "feeling", "type": "feeling", "question": "One word?"}
CRAVING = {"key": "craving", "type": "scale", "question": "How strong?"}
HOPE = {"key": "hope", "type": "text", "question": "One hope?"}


def loaded(kind: str, settings: Any) -> Any:
    return find(kind).Settings().load(settings)


def problems(kind: str, settings: Any) -> Any:
    with pytest.raises(ValidationError) as found:
        loaded(kind, settings)
    return found.value.messages


def check_in(*items: Any, promise: str = "named") -> dict[str, Any]:
    return {"promise": promise, "ask": list(items)}


def place(messages: Any, *way: Any) -> str:
    for part in way:
        messages = messages[part]
    assert len(messages) == 1
    return str(messages[0])


def test_a_scale_runs_from_nought_to_ten_unless_told_otherwise() -> None:
    assert loaded("scale", SCALE) == {**SCALE, "from": 0, "to": 10, "labels": {}}


def test_labels_may_have_numbers_as_keys_as_yaml_gives_them() -> None:
    assert loaded("scale", {**SCALE, "labels": {0: "No urge", 10: "Strongest"}})["labels"] == {
        "0": "No urge",
        "10": "Strongest",
    }


def test_a_poll_takes_one_choice_unless_told_otherwise() -> None:
    assert loaded("poll", POLL)["choose"] == "one"


def test_breathing_has_no_holds_and_no_promise_unless_asked() -> None:
    assert loaded("breathing", {}) == {"style": "longer_out", "in": 4, "out": 6, "hold": 0, "minutes": 2}
    assert "promise" in problems("breathing", {"promise": "named"})


def test_a_scale_in_a_check_in_gets_its_points_and_other_questions_do_not() -> None:
    craving, hope = loaded("check_in", check_in(CRAVING, HOPE))["ask"]

    assert craving == {**CRAVING, "from": 0, "to": 10, "labels": {}}
    assert hope == HOPE


@pytest.mark.parametrize("kind", ["scale", "poll", "word_cloud", "free_text", "check_in"])
def test_the_promise_is_for_the_author_to_decide(kind: str) -> None:
    assert "promise" in problems(kind, {})
    assert place(problems(kind, {"promise": "anonymos"}), "promise") == "Must be one of: named, anonymous, private."


@pytest.mark.parametrize(
    ("kind", "settings", "way", "says"),
    [
        ("scale", {**SCALE, "from": 5, "to": 5}, ["from"], "smaller than to, which is 5"),
        ("scale", {**SCALE, "from": 11}, ["from"], "smaller than to, which is 10"),
        ("scale", {**SCALE, "to": 11}, ["to"], "at most 11 points"),
        ("scale", {**SCALE, "from": "1"}, ["from"], "integer"),
        ("scale", {**SCALE, "labels": {11: "Too far"}}, ["labels", 11], "from 0 to 10"),
        ("scale", {**SCALE, "labels": {"low": "Low"}}, ["labels", "low"], "whole number"),
        ("scale", {**SCALE, "labels": {0: "No", "0": "None"}}, ["labels", "0"], "twice"),
        ("scale", {**SCALE, "labels": {0: 0}}, ["labels", 0], "string"),
        ("scale", {**SCALE, "labels": ["No", "Yes"]}, ["labels"], "{0: No urge"),
        ("scale", {**SCALE, "compare_as": "The craving"}, ["compare_as"], "pattern"),
        ("scale", {**SCALE, "question": "  "}, ["question"], "minimum length 1"),
        ("poll", {**POLL, "options": {"walk": "A walk"}}, ["options"], "2 to 10 choices"),
        ("poll", {**POLL, "options": {f"k{i}": "x" for i in range(11)}}, ["options"], "2 to 10 choices"),
        ("poll", {**POLL, "options": ["A walk", "A call"]}, ["options"], "{often: Often"),
        ("poll", {**POLL, "options": {"A walk": "A walk", "call": "A call"}}, ["options", "A walk"], "short key"),
        ("poll", {**POLL, "options": {True: "Yes", "no": "No"}}, ["options", True], "quotes"),
        ("poll", {**POLL, "options": {2: "Two", 1: "One"}}, ["options"], "out of order"),
        ("poll", {**POLL, "options": {"walk": "", "call": "A call"}}, ["options", "walk"], "minimum length 1"),
        ("poll", {**POLL, "choose": "two"}, ["choose"], "one, several"),
        ("word_cloud", {**SCALE, "words": 6}, ["words"], "equal to 5"),
        ("free_text", {**SCALE, "most": 39}, ["most"], "equal to 40"),
        ("free_text", {**SCALE, "most": 1001}, ["most"], "equal to 1000"),
        ("breathing", {"minutes": 11}, ["minutes"], "equal to 10"),
        ("check_in", check_in(), ["ask"], "between 1 and 12"),
        (
            "check_in",
            check_in(CRAVING, {**HOPE, "words": {"a": "A", "b": "B"}}),
            ["ask", 1, "words"],
            "only for type feeling",
        ),
        ("check_in", check_in({**FEELING, "from": 1}), ["ask", 0, "from"], "only for type scale"),
        ("check_in", check_in({**CRAVING, "asks": "group_time"}), ["ask", 0, "asks"], "only for type yes_no"),
        ("check_in", check_in({**CRAVING, "to": 0}), ["ask", 0, "from"], "smaller than to"),
        ("check_in", check_in({**CRAVING, "labels": {12: "x"}}), ["ask", 0, "labels", 12], "from 0 to 10"),
        ("check_in", check_in(CRAVING, {**HOPE, "key": "craving"}), ["ask", 1, "key"], "craving_2"),
        ("check_in", check_in({**CRAVING, "key": "2nd"}), ["ask", 0, "key"], "pattern"),
        (
            "check_in",
            check_in({**CRAVING, "type": "slider"}),
            ["ask", 0, "type"],
            "scale, feeling, yes_no, text, sleep",
        ),
        ("check_in", check_in({**YES_NO, "asks": "a_hug"}), ["ask", 0, "asks"], "group_time, staff_time"),
        ("check_in", check_in({**YES_NO, "asks": "staff_time"}, promise="private"), ["ask", 0, "asks"], "who asked"),
        ("check_in", check_in({**YES_NO, "asks": "staff_time"}, promise="anonymous"), ["ask", 0, "asks"], "who asked"),
        ("check_in", check_in({**FEELING, "words": {"calm": "Calm"}}), ["ask", 0, "words"], "2 to 24"),
        ("check_in", check_in(*({**HOPE, "key": f"t{i}"} for i in range(4))), ["ask", 3, "type"], "more than 3 times"),
        ("check_in", check_in("craving"), ["ask", 0, "_schema"], "input type"),
    ],
)
def test_a_slip_is_found_at_its_place(kind: str, settings: Any, way: list[Any], says: str) -> None:
    assert says in place(problems(kind, settings), *way)


def test_all_slips_are_found_at_once() -> None:
    found = problems(
        "check_in", check_in({**CRAVING, "to": -1}, {**CRAVING, "question": 7}, {**HOPE, "asks": "group_time"})
    )

    assert set(found["ask"]) == {0, 1, 2}
    assert set(found["ask"][1]) == {"question", "key"}


def test_a_bound_that_cannot_be_read_is_not_compared_as_well() -> None:
    assert list(problems("scale", {**SCALE, "from": "high", "to": -5, "labels": {3: "x"}})) == ["from"]
