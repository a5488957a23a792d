"""The log of a live session: what happened, in order, for good. It knows seats, never names or words."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select
from sqlalchemy.dialects import sqlite

from facilitator.errors import Refused
from facilitator.live_session.events import Recorded, from_stored, to_stored
from facilitator.storage.tables import commands, events


def _words(asked: Any) -> str:
    return str(asked.compile(dialect=sqlite.dialect(paramstyle="qmark")))


_DONE = _words(
    select(commands.c.command).where(
        commands.c.live_session == bindparam("live_session"), commands.c.command == bindparam("command")
    )
)
_NEWEST = _words(select(func.max(events.c.version)).where(events.c.live_session == bindparam("live_session")))
_ADD_COMMAND, _ADD_EVENT = _words(insert(commands)), _words(insert(events))


def append(conn: Connection, live_session: str, recorded: Sequence[Recorded]) -> None:
    """Write down what a command (the `tap` of each entry) led to: at least one event, continuing without a gap.

    Raises `Refused`, and the caller's savepoint writes nothing: `repeated` if this command was done before,
    `overtaken` if the log has moved on meanwhile.
    """
    command, first = recorded[0].tap, recorded[0].version
    # Said to the driver itself: a tap waits for these, and most of the time went into building the words anew.
    raw: Any = conn.connection.driver_connection
    if raw.execute(_DONE, (live_session, command)).fetchone() is not None:
        raise Refused("repeated", "This was done already.")
    if first != (raw.execute(_NEWEST, (live_session,)).fetchone()[0] or 0) + 1:
        raise Refused("overtaken", "The group has moved on meanwhile. Look at the screen, then tap again.")
    if [(entry.version, entry.tap) for entry in recorded] != [(first + n, command) for n in range(len(recorded))]:
        raise ValueError("One command at a time, and no gap in the log.")
    raw.execute(_ADD_COMMAND, (live_session, command))
    raw.executemany(_ADD_EVENT, [_row(live_session, entry) for entry in recorded])


def read(conn: Connection, live_session: str, *, after: int = 0) -> list[Recorded]:
    """The log of a live session, oldest first, from the version following `after`."""
    wanted = (events.c.live_session == live_session) & (events.c.version > after)
    rows = conn.execute(select(events).where(wanted).order_by(events.c.version))
    return [Recorded(r.version, r.at, r.by, r.tap, from_stored(r.type, json.loads(r.body))) for r in rows]


def last_version(conn: Connection, live_session: str) -> int:
    """0 for an empty log."""
    newest = select(func.max(events.c.version)).where(events.c.live_session == live_session)
    return conn.execute(newest).scalar() or 0


def was_done(conn: Connection, live_session: str, command: str) -> bool:
    """Whether a command with this id has been done: a repeated one is acknowledged again, not done again."""
    same = (commands.c.live_session == live_session) & (commands.c.command == command)
    return conn.execute(select(commands.c.command).where(same)).first() is not None


def done(conn: Connection, live_session: str) -> set[str]:
    """The ids of every command that was done, for a server that comes back."""
    return set(conn.execute(select(commands.c.command).where(commands.c.live_session == live_session)).scalars())


def _row(live_session: str, entry: Recorded) -> tuple[object, ...]:
    """In the order of the table's columns."""
    name, body = to_stored(entry.event)
    told = json.dumps(body, sort_keys=True, separators=(",", ":"))
    return live_session, entry.version, entry.at, entry.by, entry.tap, name, told
