"""May they? Every action, and who is turned away from it."""

import itertools
from collections.abc import Callable
from typing import Any, get_args

import pytest

from facilitator.errors import Refused
from facilitator.people import groups, staff, subjects
from facilitator.people.authority import (
    AboutAgenda,
    AboutGroup,
    AboutJotting,
    AboutLiveSession,
    AboutPassing,
    AboutSeat,
    AboutWall,
    Action,
    Actor,
    ClinicTablet,
    Nobody,
    Role,
    Seat,
    Staff,
    Subject,
    Wall,
    may,
    must,
)  # fmt: skip
from facilitator.storage import agendas
from facilitator.storage.agendas import Agenda

Call = Callable[..., Any]

LEADS: frozenset[Role] = frozenset({"facilitator"})
OWNER, SHARES, MALLORY = Staff("owner", LEADS), Staff("shares", LEADS), Staff("mallory", LEADS)
CO, OWNS_NO_MORE = Staff("shares", frozenset({"co_facilitator"})), Staff("owner", frozenset({"co_facilitator"}))
SUPERVISOR = Staff("supervisor", frozenset({"supervisor"}))
AUTHOR, OPERATOR = Staff("shares", frozenset({"author"})), Staff("owner", frozenset({"operator"}))
WITHOUT = Staff("owner", frozenset())
ANA, BEN = Seat("ana", "tonight"), Seat("ben", "tonight")
STRANGER = Seat("ana", "another evening")
TABLET, OTHER_TABLET = ClinicTablet("tonight"), ClinicTablet("another evening")
WALL, OTHER_WALL = Wall("wall", "tonight"), Wall("wall", "another evening")
STAFF = {OWNER, SHARES, MALLORY, CO, OWNS_NO_MORE, SUPERVISOR, AUTHOR, OPERATOR}
ACTORS: set[Actor] = {*STAFF, WITHOUT, ANA, BEN, STRANGER, WALL, OTHER_WALL, TABLET, OTHER_TABLET, Nobody()}

GROUP = AboutGroup("owner", frozenset({"owner", "shares"}), frozenset({"supervisor"}))
TONIGHT = AboutLiveSession("tonight", GROUP)
AGENDA, TEMPLATE = AboutAgenda("owner", GROUP), AboutAgenda("shares", None)
JOTTING, OWNERS = AboutJotting("shares", TONIGHT), AboutJotting("owner", TONIGHT)
LEFT = AboutJotting("mallory", TONIGHT)
READERS = AboutJotting("supervisor", TONIGHT)
ANAS = AboutSeat("ana", "tonight")
SCREEN = AboutWall("wall", "tonight")
PASSING = AboutPassing("tonight")
SUBJECTS: tuple[Subject, ...] = (
    *(GROUP, TONIGHT, AGENDA, TEMPLATE, JOTTING, OWNERS, LEFT, READERS, ANAS, SCREEN, PASSING, None),
)

ALLOWED: dict[tuple[str, Subject], set[Actor]] = {
    ("knock", None): ACTORS - {WITHOUT},
    ("have_account", None): {*STAFF},
    ("see_home", None): {*STAFF},
    ("see_library", None): {*STAFF} - {OPERATOR},
    ("mend_library", None): {AUTHOR},
    ("make_group", None): {OWNER, SHARES, MALLORY},
    ("make_plan", None): {OWNER, SHARES, MALLORY, CO, OWNS_NO_MORE},
    ("see_group", GROUP): {OWNER, SHARES, CO, OWNS_NO_MORE, SUPERVISOR},
    ("change_group", GROUP): {OWNER},
    ("delete_group", GROUP): {OWNER},
    ("export_attendance", GROUP): {OWNER, SHARES, CO, OWNS_NO_MORE, SUPERVISOR},
    ("open_live_session", GROUP): {OWNER, SHARES, CO, OWNS_NO_MORE},
    ("use_agenda", AGENDA): {OWNER, SHARES, CO, OWNS_NO_MORE},
    ("use_agenda", TEMPLATE): {SHARES, CO},
    ("change_agenda", AGENDA): {OWNER, SHARES, CO, OWNS_NO_MORE},
    ("change_agenda", TEMPLATE): {SHARES, CO},
    ("delete_agenda", AGENDA): {OWNER, OWNS_NO_MORE},
    ("delete_agenda", TEMPLATE): {SHARES, CO},
    ("lead", TONIGHT): {OWNER, SHARES, CO, OWNS_NO_MORE},
    ("see_record", TONIGHT): {OWNER, SHARES, CO, OWNS_NO_MORE, SUPERVISOR},
    ("change_record", TONIGHT): {OWNER, SHARES, CO, OWNS_NO_MORE},
    ("hold_record", TONIGHT): {OWNER, SUPERVISOR},
    ("delete_live_session", TONIGHT): {OWNER},
    ("jot", JOTTING): {SHARES, CO},
    ("jot", OWNERS): {OWNER, OWNS_NO_MORE},
    ("see_staff", None): {OPERATOR},
    ("change_staff", None): {OPERATOR},
    ("see_settings", None): {OPERATOR},
    ("see_audit", None): {OPERATOR, SUPERVISOR, OWNER, SHARES, MALLORY},
    ("take_part", ANAS): {ANA},
    ("pass_round", PASSING): {TABLET},
    ("show", SCREEN): {WALL},
    ("stand_by", None): {WALL, OTHER_WALL},
}
"""Written down a second time, by hand: a line of the table that changes by mistake is seen here."""


@pytest.mark.parametrize("action", get_args(Action))
def test_everyone_may_what_is_theirs_and_nothing_else(action: Action) -> None:
    for actor, subject in itertools.product(ACTORS, SUBJECTS):
        allowed = actor in ALLOWED.get((action, subject), set())
        assert may(actor, action, subject) is allowed, (actor, action, subject)


def test_every_action_is_somebodys() -> None:
    assert {action for action, _ in ALLOWED} == set(get_args(Action))


def test_a_supervisor_who_shares_the_group_too_leads_it() -> None:
    both = Staff("shares", frozenset({"supervisor", "co_facilitator"}))

    assert may(both, "lead", TONIGHT)
    assert not may(Staff("supervisor", both.roles), "lead", TONIGHT)


def test_nobody_is_asked_to_sign_in_and_mallory_hears_whose_it_is() -> None:
    with pytest.raises(Refused) as stranger:
        must(Nobody(), "lead", TONIGHT)
    with pytest.raises(Refused) as mallory:
        must(MALLORY, "lead", TONIGHT)
    must(OWNER, "lead", TONIGHT)

    assert (stranger.value.why, mallory.value.why) == ("sign_in", "not_yours")


def test_an_action_that_nobody_has_thought_about_is_a_defect() -> None:
    unknown: Any = "sing"
    with pytest.raises(LookupError):
        may(OWNER, unknown, TONIGHT)


def test_subjects_are_read_from_the_store(write: Call, read: Call, tonight: str, okoye: str) -> None:
    write(staff.add, "co", sign_in_name="co", name="A colleague", password_hash="-", at=1)
    write(groups.share, "thursday", "co")
    write(agendas.keep, Agenda("plan", okoye, "thursday", "Plan", False, (), 1))
    write(agendas.keep, Agenda("template", okoye, None, "Template", True, (), 1))

    for name in (okoye, "co"):
        assert may(Staff(name, LEADS), "lead", read(subjects.about_live_session, tonight))
        assert may(Staff(name, LEADS), "use_agenda", read(subjects.about_agenda, "plan"))
        assert may(Staff(name, LEADS), "jot", read(subjects.about_jotting, tonight, name))
    assert not may(MALLORY, "lead", read(subjects.about_live_session, tonight))
    assert not may(Staff("co", LEADS), "use_agenda", read(subjects.about_agenda, "template"))
    assert not may(Staff("co", LEADS), "delete_live_session", read(subjects.about_live_session, tonight))


def test_supervisors_are_read_from_the_store(write: Call, read: Call, tonight: str) -> None:
    write(staff.add, "reads", sign_in_name="reads", name="A supervisor", password_hash="-", at=1, roles=("supervisor",))
    write(groups.supervise, "thursday", "reads")
    reader = read(staff.find, "reads").actor

    assert may(reader, "see_record", read(subjects.about_live_session, tonight))
    assert not may(reader, "lead", read(subjects.about_live_session, tonight))
    write(groups.unshare, "thursday", "reads")

    assert not may(reader, "see_record", read(subjects.about_live_session, tonight))


@pytest.mark.parametrize("about", [subjects.about_group, subjects.about_live_session, subjects.about_agenda])
def test_what_is_not_there_is_said(read: Call, about: Call) -> None:
    with pytest.raises(Refused, match="not_found"):
        read(about, "gone")
