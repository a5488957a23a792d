"""Groups with an owner and co-facilitators, and what goes with a group."""

from collections.abc import Callable
from typing import Any

from facilitator.people import groups, seats, staff
from facilitator.storage import live_sessions
from facilitator.storage.people import name_of

Call = Callable[..., Any]


def test_a_group_is_seen_by_its_owner_and_by_those_it_is_shared_with(
    write: Call, read: Call, tonight: str, okoye: str
) -> None:
    for name in ("co", "mallory"):
        write(staff.add, name, sign_in_name=name, name="A colleague", password_hash="-", at=1)
    for _ in range(2):
        write(groups.share, "thursday", "co")

    assert read(groups.find, "thursday").staff == {okoye, "co"}
    assert [group.name for group in read(groups.of_staff, "co")] == ["Thursday evening"]
    assert [group.id for group in read(groups.of_staff, okoye)] == ["thursday"]
    assert read(groups.of_staff, "mallory") == []
    write(groups.unshare, "thursday", "co")

    assert read(groups.of_staff, "co") == []


def test_groups_are_listed_by_name(write: Call, read: Call, okoye: str) -> None:
    for group, name in (("1", "tuesday"), ("2", "Friday"), ("3", "Monday")):
        write(groups.add, group, owner=okoye, name=name, at=1)
    write(groups.rename, "3", "A new name")

    assert [group.name for group in read(groups.of_staff, okoye)] == ["A new name", "Friday", "tuesday"]


def test_a_group_goes_with_everything_of_it(write: Call, read: Call, tonight: str) -> None:
    write(seats.add, "seat", tonight, name="Ana", language="en")
    write(groups.remove, "thursday")

    assert read(groups.find, "thursday") is None
    assert read(live_sessions.find, tonight) is None
    for owner in ("group:thursday", "seat:seat"):
        assert read(name_of, owner) is None
