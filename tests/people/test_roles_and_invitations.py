"""What an account may do, who gives it, and that an operator is always left."""

from collections.abc import Callable
from typing import Any

import pytest

from facilitator.errors import Refused
from facilitator.people import invitations, staff
from facilitator.people.sign_in import SignIns

Call = Callable[..., Any]
RIGHT = "seven green lamps"


@pytest.fixture
def operator(write: Call, okoye: str) -> str:
    """Dr. Okoye, who keeps the house."""
    write(staff.give_roles, okoye, ["operator", "facilitator"])
    return okoye


@pytest.fixture
def dee(write: Call, passwords: Any) -> str:
    write(staff.add, "dee", sign_in_name="dee", name="Dee", password_hash=passwords.hash(RIGHT), at=1)
    return "dee"


def test_roles_given_are_those_and_no_others(write: Call, read: Call, operator: str, dee: str) -> None:
    write(staff.give_roles, dee, ["author", "supervisor"])

    assert read(staff.find, dee).roles == {"author", "supervisor"}
    with pytest.raises(Refused, match="no_role"):
        write(staff.give_roles, dee, [])
    assert read(staff.find, dee).roles == {"author", "supervisor"}


def test_the_last_operator_stays_one(write: Call, read: Call, operator: str, dee: str) -> None:
    with pytest.raises(Refused, match="last_operator"):
        write(staff.give_roles, operator, ["facilitator"])
    with pytest.raises(Refused, match="last_operator"):
        write(staff.close, operator, at=1)
    write(staff.give_roles, dee, ["operator"])
    write(staff.close, dee, at=1)
    with pytest.raises(Refused, match="last_operator"):
        write(staff.close, operator, at=1)
    write(staff.open_again, dee)
    write(staff.close, operator, at=1)

    assert read(staff.find, operator).closed


def test_a_closed_account_opens_nothing_until_it_is_opened(
    write: Call, operator: str, dee: str, sign_ins: SignIns
) -> None:
    token = sign_ins.sign_in("dee", RIGHT)
    write(staff.close, dee, at=1)
    with pytest.raises(Refused, match="do not go together"):
        sign_ins.sign_in("dee", RIGHT)
    assert sign_ins.who(token) is None
    write(staff.open_again, dee)

    assert sign_ins.who(token) is None
    assert sign_ins.who(sign_ins.sign_in("dee", RIGHT)) is not None


def test_an_invitation_brings_its_roles_and_works_once(write: Call, operator: str, clock: Any) -> None:
    made = write(invitations.make_link, operator, ["supervisor", "author"], at=clock())
    how: dict[str, Any] = {"sign_in_name": "eli", "name": "Eli", "password_hash": "-", "at": clock()}
    eli = write(invitations.open_account, made.id, made.token, "eli", **how)

    assert eli.roles == {"supervisor", "author"}
    with pytest.raises(Refused, match="link_over"):
        write(invitations.open_account, made.id, made.token, "mallory", **how | {"sign_in_name": "mallory"})


def test_an_invitation_without_a_role_is_not_made(write: Call, operator: str, clock: Any) -> None:
    with pytest.raises(Refused, match="no_role"):
        write(invitations.make_link, operator, [], at=clock())


def test_several_people_can_be_invited_at_once(write: Call, read: Call, operator: str, clock: Any) -> None:
    made = [write(invitations.make_link, operator, ["facilitator"], at=clock()) for _ in range(3)]

    for each in made:
        read(invitations.check_link, each.id, each.token, at=clock())
    clock.wait(minutes=3 * 24 * 60)
    for each in made:
        with pytest.raises(Refused, match="link_over"):
            read(invitations.check_link, each.id, each.token, at=clock())


@pytest.mark.parametrize(
    "ends", [lambda conn: staff.close(conn, "dee", at=1), lambda conn: staff.give_roles(conn, "dee", ["author"])]
)
def test_what_an_operator_gave_out_ends_with_their_right_to(
    write: Call, read: Call, operator: str, dee: str, clock: Any, ends: Any
) -> None:
    write(staff.give_roles, dee, ["operator"])
    made = write(invitations.make_link, dee, ["operator"], at=clock())
    write(ends)

    with pytest.raises(Refused, match="link_over"):
        read(invitations.check_link, made.id, made.token, at=clock())


def test_the_first_account_keeps_the_house_and_leads(write: Call, read: Call, sign_ins: SignIns, clock: Any) -> None:
    from facilitator.people import first_account

    link = write(first_account.make_link, at=clock())
    member = sign_ins.who(sign_ins.open_first_account(link, sign_in_name="okoye", name="Dr. Okoye", password=RIGHT))

    assert member is not None
    assert member.roles == {"operator", "facilitator"}


def test_devices_are_told_apart_by_a_name_that_opens_nothing(
    sign_ins: SignIns, okoye: str, clock: Any, writer: Any
) -> None:
    tablet = sign_ins.sign_in("okoye", RIGHT)
    clock.wait(minutes=5)
    desk = sign_ins.sign_in("okoye", RIGHT)
    told: list[str] = []
    sign_ins.look_again = told.append
    here, there = sign_ins.devices(okoye)
    assert (there.signed_in_at, here.signed_in_at) == (clock() - 300_000, clock())
    assert sign_ins.who(there.name) is None
    sign_ins.sign_out_device(okoye, there.name)

    assert (sign_ins.who(tablet), told) == (None, [okoye])
    assert sign_ins.who(desk) is not None
    assert [device.name for device in sign_ins.devices(okoye)] == [here.name]


def test_nobody_signs_a_colleagues_device_out(sign_ins: SignIns, okoye: str, dee: str) -> None:
    token = sign_ins.sign_in("okoye", RIGHT)
    (device,) = sign_ins.devices(okoye)
    with pytest.raises(Refused, match="not_found"):
        sign_ins.sign_out_device(dee, device.name)

    assert sign_ins.who(token) is not None


def test_after_sixteen_hours_even_a_busy_one_signs_in_again(
    sign_ins: SignIns, okoye: str, clock: Any, writer: Any
) -> None:
    token = sign_ins.sign_in("okoye", RIGHT)
    for _ in range(16 * 3):
        assert sign_ins.who(token) is not None
        clock.wait(minutes=20)
        writer.step()
    assert sign_ins.who(token) is not None
    clock.wait(minutes=1)

    assert sign_ins.who(token) is None
