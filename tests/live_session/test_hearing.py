"""Who has been heard in this round: staff see whom nobody has asked yet, and nobody else ever does."""

import json

import pytest

from facilitator.live_session import commands as c
from tests.live_session.cast import FEEL, LEARN, LINDQVIST
from tests.live_session.evening import Evening


def heard(group: Evening) -> dict[str, bool | None]:
    return {row["seat"]: row["heard"] for row in group.tablet["roster"]}


def test_nobody_is_counted_until_somebody_is_marked(group: Evening) -> None:
    group.at(FEEL)
    assert set(heard(group).values()) == {None}

    group.ask(c.MarkHeard("ana", True))

    assert heard(group) == {"ana": True, "ben": False, "chris": False}


def test_two_tablets_mark_the_same_person_once(group: Evening) -> None:
    group.at(FEEL).ask(c.MarkHeard("ana", True))

    assert group.ask(c.MarkHeard("ana", True), by=LINDQVIST) == []


def test_a_step_and_a_new_round_begin_anew(group: Evening) -> None:
    group.at(FEEL).ask(c.MarkHeard("ana", True))
    group.ask(c.NewRound())
    assert set(heard(group).values()) == {None}
    assert group.ask(c.NewRound()) == []

    group.ask(c.MarkHeard("ben", True))
    group.next()

    assert set(heard(group).values()) == {None}


def test_a_hold_goes_on_in_the_same_round(group: Evening) -> None:
    group.at(FEEL).ask(c.MarkHeard("ana", True))
    group.ask(c.Hold())
    group.ask(c.Resume())

    assert heard(group)["ana"]


@pytest.mark.parametrize("command", [c.MarkHeard("ana", True), c.NewRound()])
def test_before_the_first_step_there_is_no_round(evening: Evening, command: c.Command) -> None:
    assert evening.come("ana").refuses(command) != ""


def test_only_whoever_is_in_the_room_can_be_heard(group: Evening) -> None:
    group.at(LEARN).ask(c.RemoveSeat("ana"))

    assert group.refuses(c.MarkHeard("ana", True)) == "no_seat"
    assert group.refuses(c.MarkHeard("mallory", True)) == "no_seat"


def test_neither_wall_nor_phones_ever_tell_of_it(group: Evening) -> None:
    group.at(FEEL)
    before = [group.wall, group.phones, group.own("ana"), group.own("ben")]
    group.ask(c.MarkHeard("ana", True))
    after = [group.wall, group.phones, group.own("ana"), group.own("ben")]

    version = {"version": group.state.version}
    assert [{**view, **version} for view in before] == after
    assert "heard" not in json.dumps(after)
