"""Tables that play together: quiz and match. One answer for a table, nobody alone, and no table named as wrong."""

import json
from random import Random
from typing import Any

import pytest
from marshmallow import ValidationError

from facilitator.activities.activity import Around
from facilitator.activities.kinds import find
from facilitator.activities.tables import MARKS, found_by
from facilitator.errors import Refused
from tests.activities.kinds_of_the_tests.test_pairs import Pairs

QUESTIONS = [
    {"ask": f"Question {number}?", "options": {"a": "One", "b": "Two"}, "right": "b", "why": f"Because {number}."}
    for number in (1, 2, 3)
]
QUIZ: dict[str, Any] = {"questions": QUESTIONS, "tables": 3}
MATCH: dict[str, Any] = {
    "pairs": [{"term": f"Word {n}", "meaning": f"Meaning {n}", "why": f"Because {n}."} for n in range(4)],
    "board": "table",
    "tables": 3,
}
quiz, match = find("quiz"), find("match")
PLAYING = [(quiz, QUIZ), (match, MATCH)]
each_kind = pytest.mark.parametrize(("kind", "settings"), PLAYING, ids=["quiz", "match"])


def around(*seats: str, earlier: tuple[dict[str, Any], ...] = (), seed: int = 7) -> Around:
    chance = Random(seed)  # noqa: S311 - the same each time, on purpose
    return Around(now=1, random=chance, seats=tuple(sorted(seats)), earlier=earlier)


HERE = around("ana", "ben", "chris")


def sitting(kind: Any, settings: dict[str, Any], **tables: str) -> dict[str, Any]:
    state = kind.initial(settings, HERE)
    for seat, table in tables.items():
        state = kind.act(settings, state, seat, {"do": "sit", "table": table}, HERE)
    return dict(state)


@each_kind
def test_who_sat_at_a_table_sits_there_again_in_the_next_round(kind: Any, settings: dict[str, Any]) -> None:
    before = sitting(kind, settings, ana="sun", ben="leaf")
    before = kind.act(settings, before, "chris", {"do": "watch"}, HERE)
    after = kind.initial(settings, around("ana", "chris", "dee", earlier=(before,)))

    assert after["sits"] == {"ana": "sun", "chris": ""}


@each_kind
def test_a_table_that_a_module_does_not_have_is_not_sat_at(kind: Any, settings: dict[str, Any]) -> None:
    before = sitting(kind, {**settings, "tables": 6}, ana="star")

    assert kind.initial(settings, around("ana", earlier=(before,)))["sits"] == {}
    with pytest.raises(Refused, match="move_shape"):
        kind.act(settings, before, "ana", {"do": "sit", "table": "star"}, HERE)


@each_kind
def test_a_seat_sits_at_one_table_and_may_rise(kind: Any, settings: dict[str, Any]) -> None:
    state = sitting(kind, settings, ana="sun")
    state = kind.act(settings, state, "ana", {"do": "sit", "table": "leaf"}, HERE)
    assert kind.led(settings, state)["phones"] == {"sun": 0, "leaf": 1, "wave": 0}

    state = kind.act(settings, state, "ana", {"do": "rise"}, HERE)
    assert kind.own(settings, state, "ana", {}) == {}


@pytest.mark.parametrize("of", [0, 1, 2])
def test_of_fewer_than_three_tables_nothing_is_told(of: int) -> None:
    assert found_by(of, of) is None


@pytest.mark.parametrize(("found", "of", "word"), [(3, 3, "all"), (2, 3, "most"), (2, 4, "some"), (0, 5, "some")])
def test_the_room_is_told_in_words(found: int, of: int, word: str) -> None:
    assert found_by(found, of) == word


def test_what_phones_and_wall_see_of_a_quiz_is_the_same_whichever_table_was_wrong() -> None:
    seen = set()
    for wrong in MARKS[:3]:
        state = sitting(quiz, QUIZ)
        for table in MARKS[:3]:
            state = quiz.lead(
                QUIZ, state, {"do": "say", "table": table, "option": "a" if table == wrong else "b"}, HERE
            )
        state = quiz.lead(QUIZ, state, {"do": "show"}, HERE)
        seen.add(json.dumps([quiz.shared(QUIZ, state, ()), quiz.told(QUIZ, state)]))

    assert len(seen) == 1


def test_until_it_is_shown_what_phones_see_of_a_quiz_does_not_move_with_what_tables_say() -> None:
    before = sitting(quiz, QUIZ, ana="sun")
    after = quiz.act(QUIZ, before, "ana", {"do": "say", "question": 0, "option": "b"}, HERE)

    assert quiz.shared(QUIZ, before, ()) == quiz.shared(QUIZ, after, ())


@pytest.mark.parametrize("right", ["a", "b"])
def test_before_it_is_shown_an_answer_is_nowhere_in_what_phones_are_told(right: str) -> None:
    questions = [{**question, "right": right, "why": f"Because {right}."} for question in QUESTIONS]
    settings = {**QUIZ, "questions": questions}
    state = quiz.initial(settings, HERE)
    told = [quiz.told(settings, None), quiz.told(settings, state), quiz.shared(settings, state, ())]

    other = {**QUIZ, "questions": [{**question, "right": "a", "why": "Else."} for question in QUESTIONS]}
    assert told == [quiz.told(other, None), quiz.told(other, state), quiz.shared(other, state, ())]


def test_the_questions_to_come_are_not_told_ahead() -> None:
    state = quiz.initial(QUIZ, HERE)
    assert "Question 2?" not in json.dumps(quiz.told(QUIZ, state))

    state = quiz.lead(QUIZ, quiz.lead(QUIZ, state, {"do": "show"}, HERE), {"do": "next"}, HERE)
    assert quiz.told(QUIZ, state)["questions"] == [{"ask": "Question 2?", "options": {"a": "One", "b": "Two"}}]


def test_going_back_a_question_finds_what_the_tables_had_said() -> None:
    state = sitting(quiz, QUIZ, ana="sun")
    state = quiz.act(QUIZ, state, "ana", {"do": "say", "question": 0, "option": "a"}, HERE)
    for move in ("next", "back"):
        state = quiz.lead(QUIZ, state, {"do": move}, HERE)

    assert quiz.own(QUIZ, state, "ana", {}) == {"table": "sun", "said": "a"}


def test_an_answer_on_its_way_when_the_room_moved_on_counts_for_no_other_question() -> None:
    state = quiz.lead(QUIZ, sitting(quiz, QUIZ, ana="sun"), {"do": "next"}, HERE)

    with pytest.raises(Refused, match="moved_on"):
        quiz.act(QUIZ, state, "ana", {"do": "say", "question": 0, "option": "a"}, HERE)


def test_a_table_may_take_its_answer_back() -> None:
    state = sitting(quiz, QUIZ, ana="sun")
    for option in ("a", None):
        state = quiz.act(QUIZ, state, "ana", {"do": "say", "question": 0, "option": option}, HERE)

    assert quiz.led(QUIZ, state)["said"] == {}


def test_a_right_answer_that_is_no_option_is_refused_at_its_own_line() -> None:
    with pytest.raises(ValidationError) as wrong:
        quiz.Settings().load({"questions": [QUESTIONS[0], {**QUESTIONS[1], "right": "c"}]})

    assert wrong.value.messages == {"questions": {1: {"right": ["must be one of the options: a, b"]}}}


@pytest.mark.parametrize("seed", range(40))
def test_meanings_never_come_in_the_order_of_their_words(seed: int) -> None:
    state = match.initial(MATCH, around("ana", seed=seed))

    assert sorted(state["order"]) == [0, 1, 2, 3] != state["order"]


def test_a_preview_of_a_match_gives_nothing_away() -> None:
    turned = {**MATCH, "pairs": [{**pair, "meaning": f"Meaning {3 - n}"} for n, pair in enumerate(MATCH["pairs"])]}

    assert match.told(MATCH, None) == match.told(turned, None)
    assert match.paper(MATCH) == match.paper(turned)


def test_pairs_are_shown_one_after_another() -> None:
    state = match.initial(MATCH, HERE)
    state = match.lead(MATCH, state, {"do": "show"}, HERE)
    told = match.told(MATCH, state)

    assert [told["meanings"][shown["meaning"]] for shown in told["shown"]] == ["Meaning 0"]
    assert "Because 1." not in json.dumps(told)
    assert len(match.told(MATCH, match.lead(MATCH, state, {"do": "all"}, HERE))["shown"]) == 4
    assert match.told(MATCH, match.lead(MATCH, state, {"do": "hide"}, HERE))["shown"] == []


def test_an_empty_board_is_no_board_when_it_is_told_what_the_room_found() -> None:
    state = sitting(match, MATCH, ana="sun", ben="leaf", chris="wave")
    right = state["order"].index(0)
    for seat in ("ana", "ben", "chris"):
        state = match.act(MATCH, state, seat, {"do": "put", "term": 0, "meaning": right}, HERE)
    shown = match.lead(MATCH, state, {"do": "show"}, HERE)
    assert match.shared(MATCH, shown, ())["found"] == ["all"]

    state = match.act(MATCH, state, "chris", {"do": "put", "term": 0, "meaning": None}, HERE)
    shown = match.lead(MATCH, state, {"do": "show"}, HERE)
    assert match.shared(MATCH, shown, ())["found"] == [None]


def test_two_words_that_mean_the_same_are_refused() -> None:
    pairs = [MATCH["pairs"][0], MATCH["pairs"][1], {**MATCH["pairs"][2], "meaning": "Meaning 0"}]
    with pytest.raises(ValidationError) as wrong:
        match.Settings().load({"pairs": pairs})

    assert wrong.value.messages == {"pairs": {2: {"meaning": ["is there twice; each one needs its own words"]}}}


def test_the_guide_of_whoever_leads_has_the_answers_and_the_sheet_for_the_group_has_not() -> None:
    assert quiz.solution({"questions": [{**QUESTIONS[0], "source": "A book"}]}) == ["B  Two. Because 1. (A book)"]
    assert match.solution(MATCH)[0] == "Word 0: Meaning 0 Because 0."
    for kind, settings in PLAYING:
        assert "Because" not in json.dumps(kind.paper(settings))
    assert Pairs().solution({"prompt": "?"}) == []
