"""Who of a group was there, on which day and for how many minutes: all its sessions as one list, for a spreadsheet."""

from collections.abc import Iterator
from datetime import datetime, tzinfo

from sqlalchemy import Connection

from facilitator.conducting.remembering import Surroundings
from facilitator.records.reading import record_of
from facilitator.records.spreadsheet import Cell
from facilitator.records.summary import PersonThere, Summary
from facilitator.storage import live_sessions

CONTAINS = "Names, and minutes that staff confirmed. No answers."
COLUMNS = ("Date", "Began", "Ended", "Name", "Minutes", "In", "Out", "Minutes away", "Confirmed by staff")
FORGOTTEN = "Name forgotten"


def sessions_of(conn: Connection, group: str) -> list[str]:
    """Those that are over and were no rehearsal, the oldest first."""
    found = live_sessions.of_groups(conn, [group])
    return [one.id for one in reversed(found) if one.phase == "ended" and not one.rehearsal]


def attendance_list(
    conn: Connection, sessions: list[str], around: Surroundings, zone: tzinfo, notice: str
) -> Iterator[tuple[Cell, ...]]:
    """The notice and what it holds, then a line for each person of each session. Times are the clinic's own."""
    yield (notice,)
    yield (CONTAINS,)
    yield COLUMNS
    for session in sessions:
        summary = record_of(conn, session, around, reader="").summary
        for person in summary.people:
            yield _line(summary, person, zone)


def _line(summary: Summary, person: PersonThere, zone: tzinfo) -> tuple[Cell, ...]:
    was = person.attendance
    return (
        f"{_at(summary.began_at or summary.opened_at, zone):%Y-%m-%d}",
        _clock(summary.began_at, zone),
        _clock(summary.ended_at, zone),
        person.name or FORGOTTEN,
        was.minutes if was.confirmed else None,
        _clock(was.came, zone),
        _clock(was.left, zone),
        was.away_minutes if was.confirmed else None,
        "yes" if was.confirmed else "no",
    )


def _at(moment: int, zone: tzinfo) -> datetime:
    return datetime.fromtimestamp(moment / 1000, zone)


def _clock(moment: int | None, zone: tzinfo) -> str:
    return "" if moment is None else f"{_at(moment, zone):%H:%M}"
