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
    AboutSeat,
    Action,
    Actor,
    Nobody,
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

OWNER, SHARES, MALLORY = Staff("owner"), Staff("shares"), Staff("mallory")
ANA, BEN = Seat("ana", "tonight"), Seat("ben", "tonight")
STRANGER = Seat("ana", "another evening")
WALL, OTHER_WALL = Wall("wall", "tonight"), Wall("wall", "another evening")
ACTORS: tuple[Actor, ...] = (OWNER, SHARES, MALLORY, ANA, BEN, STRANGER, WALL, OTHER_WALL, Nobody())

GROUP = AboutGroup("owner", frozenset({"owner", "shares"}))
TONIGHT = AboutLiveSession("tonight", GROUP)
AGENDA, TEMPLATE = AboutAgenda("owner", GROUP), AboutAgenda("shares", None)
JOTTING = AboutJotting("shares", TONIGHT)
LEFT = AboutJotting("mallory", TONIGHT)
ANAS = AboutSeat("ana", "tonight")
SUBJECTS: tuple[Subject, ...] = (GROUP, TONIGHT, AGENDA, TEMPLATE, JOTTING, LEFT, ANAS, None)

ALLOWED: dict[tuple[str, Subject], set[Actor]] = {
    ("plan", None): {OWNER, SHARES, MALLORY},
    ("see_group", GROUP): {OWNER, SHARES},
    ("open_live_session", GROUP): {OWNER, SHARES},
    ("change_group", GROUP): {OWNER},
    ("use_agenda", AGENDA): {OWNER, SHARES},
    ("use_agenda", TEMPLATE): {SHARES},
    ("change_agenda", AGENDA): {OWNER, SHARES},
    ("change_agenda", TEMPLATE): {SHARES},
    ("delete_agenda", AGENDA): {OWNER},
    ("delete_agenda", TEMPLATE): {SHARES},
    ("lead", TONIGHT): {OWNER, SHARES},
    ("see_record", TONIGHT): {OWNER, SHARES},
    ("delete_live_session", TONIGHT): {OWNER},
    ("jot", JOTTING): {SHARES},
    ("take_part", ANAS): {ANA},
    ("show", TONIGHT): {WALL},
}


@pytest.mark.parametrize("action", get_args(Action))
def test_everyone_may_what_is_theirs_and_nothing_else(action: Action) -> None:
    for actor, subject in itertools.product(ACTORS, SUBJECTS):
        allowed = actor in ALLOWED.get((action, subject), set())
        assert may(actor, action, subject) is allowed, (actor, action, subject)


def test_every_action_is_somebodys() -> None:
    assert {action for action, _ in ALLOWED} == set(get_args(Action))


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
        assert may(Staff(name), "lead", read(subjects.about_live_session, tonight))
        assert may(Staff(name), "use_agenda", read(subjects.about_agenda, "plan"))
        assert may(Staff(name), "jot", read(subjects.about_jotting, tonight, name))
    assert not may(MALLORY, "lead", read(subjects.about_live_session, tonight))
    assert not may(Staff("co"), "use_agenda", read(subjects.about_agenda, "template"))
    assert not may(Staff("co"), "delete_live_session", read(subjects.about_live_session, tonight))


@pytest.mark.parametrize("about", [subjects.about_group, subjects.about_live_session, subjects.about_agenda])
def test_what_is_not_there_is_said(read: Call, about: Call) -> None:
    with pytest.raises(Refused, match="not_found"):
        read(about, "gone")
