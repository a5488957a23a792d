"""The roster is drawn anew when something that it is drawn from has changed, and only then."""

from collections.abc import Callable

import pytest

from facilitator.live_session import commands as c
from facilitator.live_session.roster import roster
from tests.live_session.cast import FEEL
from tests.live_session.evening import Evening


def rows(group: Evening) -> object:
    return roster(group.state, group.facts)


def test_a_tap_that_moves_nobody_leaves_it_as_it_is(group: Evening) -> None:
    before = rows(group)

    group.ask(c.SetCover(True))

    assert rows(group) is before


def renamed(group: Evening) -> None:
    group.facts.names["ana"] = "Somebody else"


def gone(group: Evening) -> None:
    group.facts.connected.discard("ana")


def confirmed(group: Evening) -> None:
    group.ask(c.ConfirmMinutes("ana", "in"))


def answered(group: Evening) -> None:
    group.says("ana", {"values": {"time": True}})


def stepped(group: Evening) -> None:
    group.next()


def heard(group: Evening) -> None:
    group.ask(c.MarkHeard("ana", True))


@pytest.mark.parametrize("change", [renamed, gone, confirmed, answered, stepped, heard])
def test_whatever_shows_on_it_is_shown_at_once(group: Evening, change: Callable[[Evening], None]) -> None:
    group.at(FEEL)
    before = rows(group)
    change(group)
    now = rows(group)

    group.facts.roster = None
    assert now is not before
    assert now == rows(group)


def test_only_the_rows_of_those_who_moved_are_drawn_anew(group: Evening) -> None:
    group.at(FEEL)
    before = {each["seat"]: each for each in roster(group.state, group.facts)}
    answered(group)
    now = {each["seat"]: each for each in roster(group.state, group.facts)}

    assert [seat for seat, each in now.items() if each is not before[seat]] == ["ana"]
