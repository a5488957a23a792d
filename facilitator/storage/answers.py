"""Named answers: one for each seat and run, the newest revision wins. Sealed ones are in `sealed_answers`."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Row, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError

from facilitator.storage import ids
from facilitator.storage.batches import OneByOne
from facilitator.storage.fields import lock, open_locked
from facilitator.storage.tables import answers
from facilitator.storage.upsert import upsert

Did = Literal["answer", "pass", "withdraw"]


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


@dataclass(slots=True)
class Keep:
    """Keeps what a seat did in a run: a job for the writer. Gives True, or False if something as new was kept already,
    which then stays as it is.

    A withdrawal is kept too, without words, so that a late copy of the answer does not bring it back.
    Raises `sqlalchemy.exc.IntegrityError` if there is no such seat.
    """

    live_session: str
    run: str
    seat: str
    revision: int
    did: Did
    answer: dict[str, Any] | None
    ok_to_show: bool
    by_staff: bool
    at: int

    def __call__(self, conn: Connection) -> bool:
        return keep_all(conn, [self]) == 1

    @staticmethod
    def all_at_once(conn: Connection, jobs: Sequence["Keep"]) -> list[bool]:
        """As each of them alone. Raises `batches.OneByOne` where not every one of them was kept."""
        if keep_all(conn, jobs) < len(jobs):
            raise OneByOne
        return [True] * len(jobs)


def keep_all(conn: Connection, said: Sequence[Keep]) -> int:
    """How many were kept."""
    raw: Any = conn.connection.driver_connection
    try:
        return sum(raw.execute(_keeping(len(rows)), _values(conn, rows)).rowcount for rows in _in_powers_of_two(said))
    except sqlite3.IntegrityError as problem:
        raise IntegrityError(None, None, problem) from problem


def _values(conn: Connection, said: Sequence[Keep]) -> list[Any]:
    """Column by column, row by row."""
    values: list[Any] = []
    for each in said:
        key = (each.live_session, each.run, each.seat)
        body = None if each.answer is None else lock(conn, answers.c.body, key, json.dumps(each.answer))
        rest = (each.revision, each.did, body, each.ok_to_show, each.by_staff, each.at)
        values += (*key, ids.new_id(conn), *rest)
    return values


def _in_powers_of_two(said: Sequence[Keep]) -> Iterator[Sequence[Keep]]:
    """So that there are few different statements, however many come at once: the driver keeps those it has made."""
    done = 0
    while done < len(said):
        size = 1 << ((len(said) - done).bit_length() - 1)
        yield said[done : done + size]
        done += size


_NEWEST_WINS = upsert(answers, stays=("id",), newest="revision")


@cache
def _keeping(rows: int) -> str:
    """Handed to the driver itself: with hundreds of answers at once, building it is most of what each costs."""
    row = dict.fromkeys(answers.c.keys())
    return str(_NEWEST_WINS.values([row] * rows).compile(dialect=sqlite.dialect(paramstyle="qmark")))


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
