"""The contract carries kinds with a shared state: pairs and a shared picture, which live only here."""

import json
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.activities.activity import ActivityKind, Around
from facilitator.activities.kinds import all_kinds, find
from facilitator.errors import Refused
from tests.activities.kinds_of_the_tests.test_canvas import STROKES_MOST, Canvas
from tests.activities.kinds_of_the_tests.test_pairs import Pairs

PROMPT = {"prompt": "What helped you this week?"}
PEOPLE = ["ana", "ben", "chris", "dee", "eli"]
pairs, canvas = Pairs(), Canvas()
groups = st.lists(st.text("abcdefgh", min_size=1, max_size=6), min_size=2, max_size=13, unique=True)


NAMES = {name: name.title() for name in PEOPLE}


def around(seats: list[str], seed: int) -> Around:
    chance = Random(seed)  # noqa: S311 - the same each time, on purpose
    return Around(now=1_000, random=chance, seats=tuple(sorted(seats)))


HERE = around(PEOPLE, 7)


@pytest.mark.usefixtures("kinds_of_the_tests")
def test_kinds_are_found_in_a_further_folder_without_being_listed() -> None:
    assert {"test_canvas", "test_pairs", "scale"} <= set(all_kinds())
    assert find("test_pairs").lives
    assert not find("scale").lives


def test_the_kinds_of_the_tests_are_not_in_the_house() -> None:
    assert not [name for name in all_kinds() if name.startswith("test_")]


@given(groups, st.randoms(use_true_random=False))
def test_nobody_is_left_over(seats: list[str], random: Random) -> None:
    state = pairs.initial(PROMPT, Around(now=0, random=random, seats=tuple(sorted(seats))))

    assert sorted(seat for pair in state["pairs"] for seat in pair) == sorted(seats)
    assert {len(pair) for pair in state["pairs"]} <= {2, 3}
    assert sum(len(pair) == 3 for pair in state["pairs"]) == len(seats) % 2


@given(groups, st.integers())
def test_the_same_chance_makes_the_same_pairs_in_whatever_order_people_came(seats: list[str], seed: int) -> None:
    assert pairs.initial(PROMPT, around(seats, seed)) == pairs.initial(PROMPT, around(seats[::-1], seed))


@given(groups, st.integers())
def test_each_sees_their_own_partners_and_no_one_elses_pair(seats: list[str], seed: int) -> None:
    state = pairs.initial(PROMPT, around(seats, seed))
    for pair in state["pairs"]:
        for seat in pair:
            assert {*pairs.own(PROMPT, state, seat, {each: each for each in seats})["with"], seat} == set(pair)


def test_the_room_learns_how_many_pairs_have_talked_and_not_who() -> None:
    state = pairs.initial(PROMPT, around(PEOPLE, 1))
    state = pairs.act(PROMPT, state, "ana", {"do": "done"}, HERE)

    assert pairs.shared(PROMPT, state, ()) == {"pairs": 2, "done": 1}


def test_someone_who_comes_late_makes_a_three_and_joins_only_once() -> None:
    state = pairs.initial(PROMPT, around(PEOPLE[:4], 1))
    assert pairs.own(PROMPT, state, "eli", NAMES) == {"with": []}
    for _ in range(2):
        state = pairs.act(PROMPT, state, "eli", {"do": "join"}, HERE)

    assert len(pairs.own(PROMPT, state, "eli", NAMES)["with"]) == 2
    assert sorted(seat for pair in state["pairs"] for seat in pair) == sorted(PEOPLE)


def test_one_person_alone_makes_no_pair() -> None:
    with pytest.raises(Refused, match="at least two"):
        pairs.initial(PROMPT, around(["ana"], 1))


def test_mallory_cannot_finish_a_pair_she_is_not_in() -> None:
    with pytest.raises(Refused, match="not_yours"):
        pairs.act(PROMPT, pairs.initial(PROMPT, around(PEOPLE, 1)), "mallory", {"do": "done"}, HERE)


def test_a_line_lands_on_the_tile_of_the_one_who_drew_it_and_on_no_other() -> None:
    before = canvas.initial(PROMPT, around(PEOPLE, 7))
    after = canvas.act(PROMPT, before, "ana", {"stroke": [[0, 0], [10, 1000]]}, HERE)
    own = canvas.own(PROMPT, after, "ana", NAMES)["tile"]

    assert after["tiles"][own] == [[[0, 0], [10, 1000]]]
    assert not any(tile for at, tile in enumerate(after["tiles"]) if at != own)
    assert not any(before["tiles"]), "the earlier state is left as it was"


def test_the_room_sees_the_picture_and_not_whose_tile_is_whose() -> None:
    state = canvas.initial(PROMPT, around(PEOPLE, 7))
    state = canvas.act(PROMPT, state, "ana", {"stroke": [[0, 0], [1, 1]]}, HERE)

    assert not [name for name in PEOPLE if name in json.dumps(canvas.shared(PROMPT, state, ()))]


def test_a_frozen_picture_takes_no_more_lines() -> None:
    state = canvas.lead(PROMPT, canvas.initial(PROMPT, around(PEOPLE, 7)), {"frozen": True}, HERE)

    assert canvas.shared(PROMPT, state, ())["frozen"]
    for move in ({"stroke": [[0, 0], [1, 1]]}, {"do": "undo"}):
        with pytest.raises(Refused, match="finished"):
            canvas.act(PROMPT, state, "ana", move, HERE)


def test_only_staff_freeze_the_picture() -> None:
    with pytest.raises(Refused, match="move_shape"):
        canvas.act(PROMPT, canvas.initial(PROMPT, around(PEOPLE, 7)), "ana", {"frozen": True}, HERE)


def test_a_new_round_takes_in_whoever_is_here_now() -> None:
    state = pairs.lead(PROMPT, pairs.initial(PROMPT, around(PEOPLE[:2], 7)), {"do": "shuffle"}, HERE)

    assert sorted(seat for pair in state["pairs"] for seat in pair) == sorted(PEOPLE)


def test_a_line_taken_back_leaves_the_ones_before_it() -> None:
    state = canvas.initial(PROMPT, around(PEOPLE, 7))
    for x in (1, 2):
        state = canvas.act(PROMPT, state, "ana", {"stroke": [[x, 0], [x, 9]]}, HERE)
    state = canvas.act(PROMPT, state, "ana", {"do": "undo"}, HERE)

    assert state["tiles"][canvas.own(PROMPT, state, "ana", NAMES)["tile"]] == [[[1, 0], [1, 9]]]


def test_mallory_has_no_tile() -> None:
    with pytest.raises(Refused, match="not_yours"):
        canvas.act(PROMPT, canvas.initial(PROMPT, around(PEOPLE, 7)), "mallory", {"stroke": [[0, 0], [1, 1]]}, HERE)


def test_a_tile_is_full_one_day() -> None:
    state = canvas.initial(PROMPT, around(["ana"], 7))
    for _ in range(STROKES_MOST):
        state = canvas.act(PROMPT, state, "ana", {"stroke": [[0, 0], [1, 1]]}, HERE)

    with pytest.raises(Refused, match="full"):
        canvas.act(PROMPT, state, "ana", {"stroke": [[0, 0], [1, 1]]}, HERE)


MOVES: list[Any] = [None, 7, [], {}, {"do": "melt"}, {"do": []}, {"stroke": None}, {"stroke": [[0, 0]]}]
STROKES: list[Any] = [
    {"stroke": [[0, 0], [1, 1001]]},
    {"stroke": [[0, 0], ["1", 1]]},
    {"stroke": [[0, 0, 0], [1, 1, 1]]},
]


@pytest.mark.parametrize("move", MOVES + STROKES, ids=str)
@pytest.mark.parametrize("kind", [pairs, canvas], ids=lambda kind: str(kind.kind))
def test_a_move_of_another_shape_is_refused(kind: ActivityKind, move: Any) -> None:
    state = kind.initial(PROMPT, around(PEOPLE, 7))
    with pytest.raises(Refused, match="move_shape"):
        kind.act(PROMPT, state, "ana", move, HERE)


@pytest.mark.parametrize("move", MOVES, ids=str)
@pytest.mark.parametrize("kind", [pairs, canvas, ActivityKind()], ids=lambda kind: str(getattr(kind, "kind", "any")))
def test_a_move_of_the_staff_of_another_shape_is_refused(kind: ActivityKind, move: Any) -> None:
    state = kind.initial(PROMPT, HERE) if type(kind) is not ActivityKind else {}
    with pytest.raises(Refused, match="move_shape"):
        kind.lead(PROMPT, state, move, HERE)


@pytest.mark.parametrize("kind", [pairs, canvas], ids=lambda kind: str(kind.kind))
def test_a_shared_state_can_be_written_down_and_read_again(kind: ActivityKind) -> None:
    state = kind.initial(PROMPT, around(PEOPLE, 7))

    assert json.loads(json.dumps(state)) == state
