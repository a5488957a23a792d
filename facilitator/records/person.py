"""One person's data on request: everything that is held about a seat, and erasing what names it or was said from it.

What is anonymous is not among it: nobody can tell which of those answers were theirs. What stays after erasing is the
log with its random ids: that somebody was there, and when.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, select

from facilitator.conducting.remembering import Surroundings, remember
from facilitator.errors import Refused
from facilitator.live_session.events import Recorded, ResponsePlaced, to_stored
from facilitator.people import seats
from facilitator.records import made_together
from facilitator.records.as_json import said_as_json, time_as_text
from facilitator.records.day import Day
from facilitator.records.named import people_said
from facilitator.records.purging import locked_slices
from facilitator.storage import audit_log, event_log, keeping, live_sessions, living_states, people
from facilitator.storage import tables as t

FORM = "facilitator.person/1"
CONTAINS = (
    "Everything held about one person in one session: name, presence, answers with a name, words of theirs that staff "
    "edited, what they put into something made together, calls to staff, and who of the staff looked. Not: anonymous "
    "answers (nobody can tell whose they are), private jottings of staff, what was printed or saved before, backups."
)


def held_about(conn: Connection, live_session: str, seat: str, around: Surroundings, notice: str) -> dict[str, Any]:
    """As JSON, under the programme's own notice. Raises `Refused` (`not_found`, `not_over`)."""
    must_be_over(conn, live_session)
    found = _seat(conn, live_session, seat)
    room, log = remember(conn, live_session, around), event_log.read(conn, live_session)
    said = people_said(room.state, room.facts, Day.of(log, room.state, room.facts, around.languages[0]), [seat])
    edited = _copies(log, seat)
    return {
        "form": FORM,
        "notice": notice,
        "contains": CONTAINS,
        "live_session": live_session,
        "group": room.facts.group,
        "opened_at": time_as_text(room.state.opened_at),
        "name": found.name,
        "language": found.language,
        "happened": [_happened(entry) for entry in log if _is_about(entry, seat)],
        "said": [said_as_json(one) for one in said],
        "made_together": [
            {"kind": run.kind, **part}
            for run in room.state.runs.values()
            for part in made_together.about(room.facts.of(run.id).living, seat)
        ],
        "edited_words": [text for name, text in room.facts.copies.items() if name in edited],
        "looked_at": [
            {"at": time_as_text(entry.at), "what": entry.action, "by": people.name_of(conn, entry.actor) or entry.actor}
            for entry in audit_log.about(conn, f"seat:{seat}")
        ],
    }


def erase(conn: Connection, live_session: str, seat: str, *, by: str, at: int) -> set[bytes]:
    """Forget a person's name, answers and words; gives what they looked like, for a search of the files.

    Raises `Refused` (`not_found`, `not_over`, `on_hold`).
    """
    must_be_over(conn, live_session)
    _seat(conn, live_session, seat)
    keeping.must_not_be_held(conn, live_session)
    copies = _copies(event_log.read(conn, live_session), seat)
    going = (
        (t.names, t.names.c.owner == f"seat:{seat}"),
        (t.answers, (t.answers.c.live_session == live_session) & (t.answers.c.seat == seat)),
        (t.texts, (t.texts.c.live_session == live_session) & t.texts.c.id.in_(copies)),
    )
    looks: set[bytes] = set()
    for table, wanted in going:
        for row in conn.execute(select(table).where(wanted)):
            looks.update(locked_slices(row._mapping))
        conn.execute(delete(table).where(wanted))
    looks |= _take_out_of_what_was_made_together(conn, live_session, seat)
    seats.drop_ticket(conn, seat)
    audit_log.append(conn, "person_erased", by=by, at=at, subject=f"seat:{seat}")
    return looks


def _take_out_of_what_was_made_together(conn: Connection, live_session: str, seat: str) -> set[bytes]:
    """What the rows that changed looked like before."""
    looks: set[bytes] = set()
    for row in conn.execute(select(t.living_states).where(t.living_states.c.live_session == live_session)).fetchall():
        move, state = living_states.find(conn, live_session, row.run) or (0, {})
        if any(made_together.about(state, seat)):
            looks.update(locked_slices(row._mapping))
            living_states.keep(conn, live_session, row.run, move, made_together.without(state, seat))
    return looks


def must_be_over(conn: Connection, live_session: str) -> None:
    stored = live_sessions.find(conn, live_session)
    if stored is None:
        raise Refused("not_found", "This session is not here any more. It may have been deleted.")
    if stored.phase != "ended":
        raise Refused("not_over", "This session has not ended yet. Wait until it has.")


def _seat(conn: Connection, live_session: str, seat: str) -> seats.StoredSeat:
    found = seats.find(conn, seat)
    if found is None or found.live_session != live_session:
        raise Refused("not_found", "This person was not in this session.")
    return found


def _copies(log: Sequence[Recorded], seat: str) -> set[str]:
    """Ids of the edited copies of what this seat wrote with its name: such a response's id holds the seat."""
    return {
        told.event.copy
        for told in log
        if isinstance(told.event, ResponsePlaced) and told.event.copy and f".{seat}." in told.event.response
    }


def _is_about(entry: Recorded, seat: str) -> bool:
    return getattr(entry.event, "seat", None) == seat or entry.by == f"seat:{seat}"


def _happened(entry: Recorded) -> dict[str, Any]:
    name, body = to_stored(entry.event)
    details = {key: told for key, told in body.items() if key != "seat"}
    return {"at": time_as_text(entry.at), "what": name, "details": details}
