"""Which modules most of a group have been through, so that a therapist can choose one that is new to them.

A group has rolling enrolment: who it is now is who came lately. People are told apart by the names they came in
with, so this is a help for choosing and no record; where names were forgotten, it knows less.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from facilitator.live_session import events as e
from facilitator.live_session.events import Recorded
from facilitator.storage import event_log, live_sessions
from facilitator.storage.people import names_in

LATELY = 3
"""Who came to one of the last so many sessions is of the group."""
LOOKED_AT = 40
"""Sessions, the newest first: eight weeks of three days, and some more."""


@dataclass(frozen=True)
class Met:
    """One session: who was let in, by name without capitals, and the modules that the group came to."""

    people: frozenset[str]
    modules: frozenset[str]


def seen_by_most(conn: Connection, group: str) -> frozenset[str]:
    """Refs of the modules that more than half of those who came lately have been through. Rehearsals do not count."""
    sessions = [one for one in live_sessions.of_groups(conn, [group]) if one.phase == "ended" and not one.rehearsal]
    return most_have_seen([_met(conn, one.id) for one in sessions[:LOOKED_AT]])


def most_have_seen(sessions: list[Met]) -> frozenset[str]:
    """The same of sessions that were read, the newest first."""
    here = frozenset(person for one in sessions[:LATELY] for person in one.people)
    modules = frozenset(module for one in sessions for module in one.modules)
    return frozenset(module for module in modules if 2 * len(here & _saw(sessions, module)) > len(here))


def _saw(sessions: Iterable[Met], module: str) -> frozenset[str]:
    return frozenset(person for one in sessions if module in one.modules for person in one.people)


def _met(conn: Connection, live_session: str) -> Met:
    log = event_log.read(conn, live_session)
    admitted = {f"seat:{told.event.seat}" for told in log if isinstance(told.event, e.SeatAdmitted)}
    names = names_in(conn, live_session)
    people = frozenset(" ".join(names[seat].casefold().split()) for seat in admitted if seat in names)
    return Met(people, frozenset(_came_to(log)))


def _came_to(log: Iterable[Recorded]) -> Iterator[str]:
    """The modules of the blocks that the group stepped on."""
    refs: dict[str, str] = {}
    for told in log:
        match told.event:
            case e.SessionOpened(blocks=blocks):
                refs |= {block.id: block.ref for block in blocks if block.what == "module"}
            case e.BlockAdded(block=block) if block.what == "module":
                refs[block.id] = block.ref
            case e.Stepped(step=step) if step.partition("/")[0] in refs:
                yield refs[step.partition("/")[0]]
