"""One transaction's worth of jobs: each in a savepoint of its own, alike ones in one go. On the writer's thread."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError

from facilitator.errors import Refused

T = TypeVar("T")
Job = Callable[[Connection], T]


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """What came of a job. `problem` is `Refused` (the job's own, or `not_stored`), `IntegrityError`, or a defect."""

    value: T | None = None
    problem: Exception | None = None

    def get(self) -> T:
        """What the job gave back, now committed; raises its problem otherwise."""
        if self.problem is not None:
            raise self.problem
        return self.value  # type: ignore[return-value]


class Alike(Protocol):
    """A job of which many can be done in one go: most of what each costs alone is the going."""

    def __call__(self, conn: Connection) -> Any: ...

    @staticmethod
    def all_at_once(conn: Connection, jobs: Sequence[Any]) -> list[Any]:
        """What each of them gives. Whatever this raises, each is then done by itself."""


class OneByOne(Exception):
    """Raised by `Alike.all_at_once` where what was done for all does not tell what came of each."""


class BatchLost(Exception):
    """SQLite has rolled back the whole transaction, not only the savepoint of a job."""


def attempt_all(conn: Connection, batch: list[Job[Any]]) -> list[Outcome[Any]]:
    """What came of each, in their order. Raises `BatchLost`, and an error of the database itself, for all of them."""
    outcomes: list[Outcome[Any]] = []
    for all_at_once, some in groupby(batch, key=lambda job: getattr(type(job), "all_at_once", None)):
        jobs = list(some)
        if all_at_once is not None and len(jobs) > 1:
            together: Outcome[list[Any]] = _attempt(conn, partial(all_at_once, jobs=jobs))
            if together.value is not None:
                outcomes += map(Outcome, together.value)
                continue
        outcomes += (_attempt(conn, job) for job in jobs)
    return outcomes


def _attempt(conn: Connection, job: Job[T]) -> Outcome[T]:
    """One job in its savepoint. Whatever it raises is its own and harms no other of the batch."""
    # Said to the driver itself: most of an answer's time would otherwise go into building these three words anew.
    raw: Any = conn.connection.driver_connection
    try:
        raw.execute("SAVEPOINT job")
        value = job(conn)
        raw.execute("RELEASE job")
        return Outcome(value)
    except Exception as problem:  # noqa: BLE001 - it goes to whoever asked; a faulty job must not end the only writer
        _take_back(raw, problem)
        lost = isinstance(problem, DBAPIError | sqlite3.Error) and not isinstance(problem, IntegrityError)
        return Outcome(problem=not_stored(problem) if lost else problem)


def _take_back(raw: Any, problem: Exception) -> None:
    """Undo what the job had written. Raises `BatchLost` where SQLite has undone everything by itself."""
    if not raw.in_transaction:
        raise BatchLost from problem
    try:
        raw.execute("ROLLBACK TO job")
        raw.execute("RELEASE job")
    except sqlite3.Error as gone:
        raise BatchLost from gone


def not_stored(cause: Exception) -> Refused:
    problem = Refused("not_stored", "This could not be stored just now. Please try again.")
    problem.__cause__ = cause
    return problem
