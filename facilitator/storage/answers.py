"""Named answers: one for each seat and run, the newest revision wins. Sealed ones are in `sealed_answers`."""

import json
import sqlite3
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Row, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError

from facilitator.storage import ids
from facilitator.storage.fields import lock, open_locked
from facilitator.storage.tables import answers
from facilitator.storage.upsert import upsert

Did = Literal["answer", "pass", "withdraw"]

# Compiled once and handed to the driver itself: with thirty answers at once, that is most of what each costs.
_NEWEST_WINS = upsert(answers, stays=("id",), newest="revision").compile(dialect=sqlite.dialect(paramstyle="qmark"))
_WORDS, _ORDER = str(_NEWEST_WINS), tuple(_NEWEST_WINS.positiontup or ())


@dataclass(frozen=True)
class NamedAnswer:
    """What a seat did last in a run. `answer` is None for a pass or a withdrawal. `at`: ms, UTC.

    `id` names the answer where its seat must not be seen (a card on the wall); it never changes.
    """

    id: str
    run: str
    seat: str
    revision: int
    did: Did
    answer: dict[str, Any] | None
    ok_to_show: bool
    by_staff: bool
    at: int


def keep(
    conn: Connection,
    live_session: str,
    run: str,
    seat: str,
    *,
    revision: int,
    did: Did,
    answer: dict[str, Any] | None,
    ok_to_show: bool,
    by_staff: bool,
    at: int,
) -> bool:
    """Keep what a seat did. False if something as new was kept already, which then stays as it is.

    A withdrawal is kept too, without words, so that a late copy of the answer does not bring it back.
    Raises `sqlalchemy.exc.IntegrityError` if there is no such seat.
    """
    key = (live_session, run, seat)
    body = None if answer is None else lock(conn, answers.c.body, key, json.dumps(answer))
    row = {
        "live_session": live_session,
        "run": run,
        "seat": seat,
        "id": ids.new_id(conn),
        "revision": revision,
        "did": did,
        "body": body,
        "ok_to_show": ok_to_show,
        "by_staff": by_staff,
        "at": at,
    }
    raw: Any = conn.connection.driver_connection
    try:
        stored: int = raw.execute(_WORDS, [row[column] for column in _ORDER]).rowcount
    except sqlite3.IntegrityError as problem:
        raise IntegrityError(None, None, problem) from problem
    return stored > 0


def find(conn: Connection, live_session: str, run: str, seat: str) -> NamedAnswer | None:
    found = _read(conn, live_session, (answers.c.run == run) & (answers.c.seat == seat))
    return found[0] if found else None


def of_run(conn: Connection, live_session: str, run: str) -> list[NamedAnswer]:
    """What every seat did in a run, passes and withdrawals too; in an order that says nothing."""
    return sorted(_read(conn, live_session, answers.c.run == run), key=lambda answer: answer.id)


def of_seat(conn: Connection, live_session: str, seat: str) -> list[NamedAnswer]:
    """What a seat did in every run, oldest first."""
    return _read(conn, live_session, answers.c.seat == seat)


def of_live_session(conn: Connection, live_session: str) -> list[NamedAnswer]:
    """What every seat did in every run, oldest first."""
    return _read(conn, live_session, answers.c.live_session == live_session)


def _read(conn: Connection, live_session: str, wanted: ColumnElement[bool]) -> list[NamedAnswer]:
    rows = select(answers).where(answers.c.live_session == live_session, wanted).order_by(answers.c.at, answers.c.id)
    return [_answer(conn, row) for row in conn.execute(rows)]


def _answer(conn: Connection, row: Row[Any]) -> NamedAnswer:
    key = (row.live_session, row.run, row.seat)
    body = None if row.body is None else json.loads(open_locked(conn, answers.c.body, key, row.body))
    return NamedAnswer(row.id, row.run, row.seat, row.revision, row.did, body, row.ok_to_show, row.by_staff, row.at)
