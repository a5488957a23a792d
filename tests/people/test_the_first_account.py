"""The link for the first account: it works once, for a day, and only while there is nobody."""

from collections.abc import Callable
from typing import Any

import pytest

from facilitator.errors import Refused
from facilitator.people import first_account, staff
from facilitator.people.sign_in import SignIns
from facilitator.storage import one_time_links
from facilitator.storage.database import Store

Call = Callable[..., Any]
HOW = {"sign_in_name": "okoye", "name": "Dr. Okoye", "password": "seven green lamps"}


@pytest.fixture
def link(write: Call, clock: Any) -> str:
    made = write(first_account.make_link, at=clock())
    assert isinstance(made, str)
    return made


def test_the_link_makes_the_first_account_and_signs_it_in(sign_ins: SignIns, link: str) -> None:
    member = sign_ins.who(sign_ins.open_first_account(link, **HOW))

    assert member is not None
    assert member.name == "Dr. Okoye"
    assert sign_ins.sign_in("okoye", "seven green lamps")


def test_it_works_once_and_nothing_of_it_is_left(sign_ins: SignIns, link: str, read: Call, clock: Any) -> None:
    sign_ins.open_first_account(link, **HOW)
    assert not read(one_time_links.is_good, first_account.PURPOSE, link, at=clock())

    with pytest.raises(Refused, match="link_over"):
        sign_ins.open_first_account(link, **HOW | {"sign_in_name": "mallory"})


def test_it_ends_after_a_day(sign_ins: SignIns, link: str, clock: Any) -> None:
    clock.wait(minutes=24 * 60)

    with pytest.raises(Refused, match="link_over"):
        sign_ins.open_first_account(link, **HOW)


def test_another_start_makes_another_link_and_the_old_one_ends(
    sign_ins: SignIns, link: str, write: Call, clock: Any
) -> None:
    newer = write(first_account.make_link, at=clock())
    with pytest.raises(Refused, match="link_over"):
        sign_ins.open_first_account(link, **HOW)

    assert sign_ins.open_first_account(newer, **HOW)


def test_a_guessed_link_makes_nothing(sign_ins: SignIns, link: str, read: Call) -> None:
    with pytest.raises(Refused, match="link_over"):
        sign_ins.open_first_account("a guess", **HOW)

    assert read(staff.nobody_yet)


def test_a_refused_password_leaves_the_link_as_it_was(sign_ins: SignIns, link: str) -> None:
    with pytest.raises(Refused, match="weak_password"):
        sign_ins.open_first_account(link, **HOW | {"password": "password1234"})

    assert sign_ins.open_first_account(link, **HOW)


def test_there_is_no_link_once_there_is_an_account(write: Call, okoye: str, clock: Any) -> None:
    assert write(first_account.make_link, at=clock()) is None


def test_a_link_made_before_the_first_account_opens_no_second_one(
    sign_ins: SignIns, link: str, write: Call, clock: Any
) -> None:
    write(staff.add, "okoye-id", sign_in_name="okoye", name="Dr. Okoye", password_hash="-", at=clock())

    with pytest.raises(Refused, match="link_over"):
        sign_ins.open_first_account(link, **HOW | {"sign_in_name": "mallory"})


def test_two_who_use_the_link_at_once_make_one_account(
    write: Call, read: Call, link: str, clock: Any, sign_ins: SignIns
) -> None:
    how: dict[str, Any] = {"sign_in_name": "okoye", "name": "Dr. Okoye", "password_hash": "-", "at": clock()}
    write(first_account.open_account, link, "one", **how)
    with pytest.raises(Refused, match="link_over"):
        write(first_account.open_account, link, "two", **how | {"sign_in_name": "mallory"})

    assert [member.id for member in read(staff.everyone)] == ["one"]


def test_the_link_is_stored_as_a_hash(store: Store, link: str) -> None:
    stored = b"".join(path.read_bytes() for path in store.data.iterdir() if path.is_file())

    assert link.encode() not in stored
