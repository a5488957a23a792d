"""Pairs: nobody is left over, nobody sits beside whom staff keep apart, and few meet twice."""

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.activities.activity import Around
from facilitator.activities.pairs import Pairs
from facilitator.errors import Refused

PEOPLE = ("ana", "ben", "chris", "dee", "eli", "six")
pairs = Pairs()


def asked(size: int = 2) -> dict[str, Any]:
    return {"prompt": "What helped?", "minutes": 5, "size": size}


def around(*seats: str, seed: int = 1, earlier: tuple[dict[str, Any], ...] = ()) -> Around:
    chance = Random(seed)  # noqa: S311 - the same each time, on purpose
    return Around(now=9_000, random=chance, seats=tuple(sorted(seats)), earlier=earlier)


HERE = around(*PEOPLE)


def together(state: dict[str, Any], one: str, other: str) -> bool:
    return any({one, other} <= set(group) for group in state["groups"])


def leads(state: dict[str, Any], move: dict[str, Any], room: Around = HERE) -> dict[str, Any]:
    return pairs.lead(asked(), state, move, room)


@given(st.integers(2, 30), st.sampled_from([2, 3]), st.integers())
def test_nobody_is_left_over_and_no_group_is_larger_than_three(people: int, size: int, seed: int) -> None:
    seats = [f"seat{number}" for number in range(people)]
    state = pairs.initial(asked(size), around(*seats, seed=seed))

    assert sorted(seat for group in state["groups"] for seat in group) == sorted(seats)
    assert {len(group) for group in state["groups"]} <= {2, 3}


@given(st.integers())
def test_who_is_kept_apart_stays_apart_in_new_groups_in_later_runs_and_after_a_swap(seed: int) -> None:
    state = pairs.initial(asked(), around(*PEOPLE, seed=seed))
    state = leads(state, {"do": "apart", "seats": ["ben", "ana"]})
    again = leads(state, {"do": "again"}, around(*PEOPLE, seed=seed + 1))
    later = pairs.initial(asked(), around(*PEOPLE, seed=seed + 2, earlier=(again,)))
    shown = leads(later, {"do": "show"})
    swapped = pairs.act(asked(), shown, "ana", {"do": "swap"}, around(*PEOPLE, seed=seed))

    assert not [each for each in (state, again, later, swapped) if together(each, "ana", "ben")]


def test_people_meet_others_in_the_next_round_and_a_preview_is_no_meeting() -> None:
    first = leads(pairs.initial(asked(), HERE), {"do": "show"})
    second = leads(first, {"do": "again"})
    third = leads(second, {"do": "again"})

    assert not [group for group in second["groups"] if together(first, *group)]
    assert second["shown"] is False
    assert third["met"] == second["met"]


def test_a_swap_gives_other_partners_and_leaves_nobody_alone() -> None:
    before = leads(pairs.initial(asked(), HERE), {"do": "show"})
    after = pairs.act(asked(), before, "ana", {"do": "swap"}, HERE)

    assert not [group for group in after["groups"] if "ana" in group and group in before["groups"]]
    assert sorted(len(group) for group in after["groups"]) == [2, 2, 2]


def test_where_there_is_one_group_nobody_can_be_swapped() -> None:
    state = leads(pairs.initial(asked(), around("ana", "ben")), {"do": "show"})

    with pytest.raises(Refused, match="no_swap"):
        pairs.act(asked(), state, "ana", {"do": "swap"}, around("ana", "ben"))


def test_phones_learn_nothing_of_a_preview() -> None:
    state = pairs.initial(asked(), HERE)

    assert pairs.own(asked(), state, "ana", {}) == {}
    with pytest.raises(Refused, match="not_yet"):
        pairs.act(asked(), state, "ana", {"do": "join"}, HERE)


def test_whoever_comes_late_joins_once_and_not_beside_whom_they_are_kept_from() -> None:
    state = leads(
        leads(pairs.initial(asked(), around(*PEOPLE[:4])), {"do": "show"}), {"do": "apart", "seats": ["ana", "six"]}
    )
    for _ in range(2):
        state = pairs.act(asked(), state, "six", {"do": "join"}, HERE)

    assert sorted(len(group) for group in state["groups"]) == [2, 3]
    assert not together(state, "ana", "six")


def test_whoever_is_left_alone_joins_others_when_staff_bring_everyone_in() -> None:
    state = leads(pairs.initial(asked(), HERE), {"do": "show"})
    gone = state["groups"][0][0]
    state = leads(state, {"do": "mend"}, around(*(set(PEOPLE) - {gone})))

    assert sorted(seat for group in state["groups"] for seat in group) == sorted(set(PEOPLE) - {gone})
    assert min(len(group) for group in state["groups"]) == 2


def test_where_they_cannot_all_be_kept_apart_staff_are_told() -> None:
    state = pairs.initial(asked(), around("ana", "ben"))

    with pytest.raises(Refused, match="cannot all be kept apart"):
        leads(state, {"do": "apart", "seats": ["ana", "ben"]}, around("ana", "ben"))
