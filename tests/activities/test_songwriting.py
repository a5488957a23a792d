"""A song of the group: its lines move between parts, leave when their writers take them back, and are kept by leave."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from facilitator.activities.activity import Approved, Around
from facilitator.activities.kinds import find
from facilitator.activities.songwriting import LINES_MOST, PARTS_MOST
from facilitator.errors import Refused

SONG = find("songwriting")
SETTINGS = SONG.Settings().load({"promise": "named", "question": "One line?"})
STEP = "b1/song"


def card(name: str, *, keep: bool = True) -> Approved:
    return Approved(f"r1.{name}", "r1", STEP, "text", f"Line {name}", {"text": f"Line {name}", "keep": keep})


CARDS = tuple(card(name) for name in "abcd")
ROOM = Around(now=0, random=Random(7), step=STEP, cards=CARDS)  # noqa: S311 - it draws nothing


def led(*moves: dict[str, Any], state: dict[str, Any] | None = None, room: Around = ROOM) -> dict[str, Any]:
    state = state or SONG.initial(SETTINGS, room)
    for move in moves:
        state = SONG.lead(SETTINGS, state, move, room)
    return state


def seen(state: dict[str, Any], cards: tuple[Approved, ...] = CARDS) -> list[list[str]]:
    return [
        [line["text"].removeprefix("Line ") for line in part["lines"]]
        for part in SONG.shared(SETTINGS, state, cards)["parts"]
    ]


def two_verses() -> dict[str, Any]:
    adding = [{"do": "add", "part": "p1", "card": f"r1.{name}"} for name in "ab"]
    more = [{"do": "add", "part": "p4", "card": f"r1.{name}"} for name in "cd"]
    return led(*adding, {"do": "part", "what": "verse"}, *more)


def test_a_line_moves_within_its_part_and_then_over_into_the_one_beside() -> None:
    state = two_verses()
    down = {"do": "move", "id": "l2", "by": 1}

    assert seen(state) == [["a", "b"], ["c", "d"]]
    assert seen(led(down, state=state)) == [["b", "a"], ["c", "d"]]
    assert seen(led(down, down, state=state)) == [["b"], ["a", "c", "d"]]
    assert seen(led({"do": "move", "id": "l5", "by": -1}, state=state)) == [["a", "b", "c"], ["d"]]
    assert seen(led({"do": "move", "id": "l2", "by": -1}, state=state)) == seen(state)


def test_a_part_moves_and_leaves_with_each_time_that_it_comes_again() -> None:
    chorus = led({"do": "part", "what": "chorus"}, {"do": "again", "part": "p7"}, state=two_verses())

    assert len(seen(chorus)) == 4
    assert seen(led({"do": "move", "id": "p4", "by": -1}, state=chorus))[:2] == [["c", "d"], ["a", "b"]]
    assert seen(led({"do": "out", "id": "p7"}, state=chorus)) == [["a", "b"], ["c", "d"]]


def test_lines_of_a_part_that_is_taken_out_can_be_placed_again() -> None:
    state = led({"do": "out", "id": "p4"}, {"do": "add", "part": "p1", "card": "r1.c"}, state=two_verses())

    assert seen(state) == [["a", "b", "c"]]


def test_a_line_that_is_taken_back_leaves_the_song_and_is_not_in_the_way_of_others() -> None:
    without_b = (CARDS[0], *CARDS[2:])
    state = two_verses()
    moved = led({"do": "move", "id": "l2", "by": 1}, state=state, room=replace(ROOM, cards=without_b))

    assert seen(state, without_b) == [["a"], ["c", "d"]]
    assert seen(moved, without_b) == [[], ["a", "c", "d"]]


def test_a_sheet_has_lines_of_whoever_agreed_and_of_the_staff() -> None:
    cards = (card("a", keep=False), card("b"))
    state = led(
        {"do": "add", "part": "p1", "card": "r1.a"},
        {"do": "add", "part": "p1", "card": "r1.b"},
        {"do": "write", "part": "p1", "text": "Ours"},
        room=replace(ROOM, cards=cards),
    )
    [verse] = SONG.shared(SETTINGS, state, cards)["parts"]

    assert [line["kept"] for line in verse["lines"]] == [False, True, True]


def test_asked_again_the_song_goes_on_and_that_of_another_step_does_not() -> None:
    state = two_verses()
    elsewhere = replace(ROOM, earlier=(state,), step="b2/song")

    assert seen(SONG.initial(SETTINGS, replace(ROOM, earlier=(state,)))) == [["a", "b"], ["c", "d"]]
    assert seen(SONG.initial(SETTINGS, elsewhere)) == [[]]


def test_a_song_has_an_end() -> None:
    with pytest.raises(Refused):
        led(*[{"do": "part", "what": "verse"}] * PARTS_MOST)
    with pytest.raises(Refused):
        led(*[{"do": "write", "part": "p1", "text": "La la"}] * (LINES_MOST + 1))
