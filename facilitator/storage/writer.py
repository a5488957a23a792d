"""The one writer: every write to the store goes through its thread, in batches that are committed together.

It logs nothing and shares no lock with green threads: under eventlet its thread and condition are native ones
(`threads`, see `server/native.py`), and what it has to tell is handed to `tell`, which hops to the right thread.
"""

import queue
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from types import ModuleType
from typing import Any, Protocol, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from facilitator.errors import Refused
from facilitator.storage.batches import BatchLost, Job, Outcome, attempt_all, not_stored
from facilitator.storage.commits import Commits
from facilitator.storage.database import Store

T = TypeVar("T")
Tell = Callable[[Callable[[], None]], None]

_SOON = 0.25
"""Seconds until the log is tried again that somebody was still reading."""

_URGENT_APART = 0.001
"""Seconds from the last commit that a command may be kept waiting for others to share the next one."""

Then = Callable[[Outcome[T]], None]


class Waiter(Protocol):
    """Where one thread waits for what another puts there. `queue.SimpleQueue` is one."""

    def put(self, item: Any) -> None: ...
    def get(self) -> Any: ...


@dataclass(frozen=True)
class _Asked:
    job: Job[Any]
    then: Then[Any]
    in_session: bool = False


def _at_once(call: Callable[[], None]) -> None:
    call()


class Writer:
    """`start()` runs the thread. With `step=True` there is none: `step()` writes one batch where it is called.

    `tell` is given calls to make on the thread that the rest of the server lives on.
    `waiter` makes what `wait` blocks on; under eventlet it must let other green threads run.
    `apart`: seconds from one commit to the next while answers keep coming. Each commit costs as much as many answers,
    so those that come meanwhile share one; after a quiet moment nothing waits.
    """

    def __init__(
        self,
        store: Store,
        *,
        tell: Tell = _at_once,
        threads: ModuleType = threading,
        waiter: Callable[[], Waiter] = queue.SimpleQueue,
        step: bool = False,
        room: int = 5000,
        most_at_once: int = 256,
        apart: float = 0.004,
    ) -> None:
        self._store, self._tell, self._waiter, self._stepping = store, tell, waiter, step
        self._room, self._most_at_once, self._apart = room, most_at_once, apart
        self._threads = threads
        self._changed = threads.Condition()
        self._urgent: deque[_Asked] = deque()
        self._others: deque[_Asked] = deque()
        self._truncating: list[Then[None]] = []
        self._stopping = self._asked = self._rebuilding = self._gathers = False
        self._wrote_at = 0.0
        self._thread: Any = None
        self._conn: Connection | None = None
        self.failing = False
        """True while the last batch could not be stored: the tablet shows it, `/healthz` says it."""
        self.commits = Commits()
        self.house_version = 0
        """Moves with each commit of anything but what happens within live sessions: accounts, groups, plans.
        What was read of those stays true while this stays the same. It moves before the commit and after it."""

    def start(self) -> None:
        """Run in an own thread from now on."""
        self._thread = self._threads.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def submit(self, job: Job[T], *, urgent: bool, then: Then[T], in_session: bool = False) -> None:
        """Ask for a write. `then` gets the outcome after the commit, by way of `tell`; it must not raise.

        `job` runs in a savepoint of its own, on the writer's thread: it may only use its connection.
        Urgent jobs (commands) go before all others (answers), each kind in the order it was asked.
        `in_session`: it writes what happens within a live session and nothing else.
        Raises `Refused("busy")` when too much waits already, `Refused("stopping")` after `stop`.
        """
        with self._changed:
            if self._stopping:
                raise Refused("stopping", "The server is going away for a moment. Please try again.")
            waiting = self._urgent if urgent else self._others
            if len(waiting) >= self._room:
                raise Refused("busy", "Too much is coming in at once. Please try again in a moment.")
            waiting.append(_Asked(job, then, in_session))
            if not self._gathers or self._is_due_earlier(urgent):
                self._wake()

    def depths(self) -> dict[str, int]:
        """How many writes wait for their turn."""
        return {"commands": len(self._urgent), "answers": len(self._others)}

    def wait(self, job: Job[T], *, urgent: bool = True) -> T:
        """Write, and give back what the job gave back. For web routes and the command line, not for sockets."""
        waiter = self._waiter()
        self.submit(job, urgent=urgent, then=waiter.put)
        while self._stepping and (self._urgent or self._others):
            self.step()
        outcome: Outcome[T] = waiter.get()
        return outcome.get()

    def truncate_log(self, then: Then[None]) -> None:
        """Carry the whole write-ahead log into the database and empty it; for sealing and erasing.

        Tried again until nobody reads from the log any more; `then` is told when it has happened.
        """
        with self._changed:
            self._truncating.append(then)
            self._wake()

    def rebuild(self) -> None:
        """Write the whole store anew and empty the log, and wait for it; after something was let go of for good.

        SQLite overwrites what is deleted, but not copies that stayed behind where rows had moved to another page.
        Everyone waits meanwhile: about a second for every 100 MB.
        """
        waiter = self._waiter()
        with self._changed:
            self._rebuilding = True
            self._truncating.append(waiter.put)
            self._wake()
        while self._stepping and self._truncating:
            self.step()
        waiter.get()

    def step(self) -> None:
        """Write one batch in this thread, and empty the log if that was asked for. Only with `step=True`."""
        batch = self._take()
        if batch:
            self._write(batch)
        self._truncate()

    def stop(self) -> None:
        """Write all that waits, then close. Returns when it is done."""
        with self._changed:
            self._stopping = True
            self._wake()
        if self._thread is not None:
            self._thread.join()
        elif self._stepping:
            self._finish()

    def _wake(self) -> None:
        self._asked = True
        self._changed.notify()

    def _run(self) -> None:
        try:
            while self._more_to_do():
                self.step()
            self._finish()
        finally:
            # If it ends by a defect (of `tell`), nobody may go on waiting for it, and it must not look healthy.
            with self._changed:
                self.failing, self._stopping = not self._stopping, True

    def _more_to_do(self) -> bool:
        """Sleep until something was asked; False when it is time to finish."""
        with self._changed:
            if not (self._asked or self._urgent or self._others):
                self._changed.wait(_SOON if self._truncating else None)
            self._gather()
            self._asked = False
            return not self._stopping

    def _gather(self) -> None:
        """Let more come while the last commit is only a moment ago."""
        while (self._urgent or self._others) and not (self._stopping or self._truncating):
            left = self._wrote_at + (_URGENT_APART if self._urgent else self._apart) - time.monotonic()
            if left <= 0 or len(self._urgent) + len(self._others) >= self._most_at_once:
                return
            self._gathers = True
            self._changed.wait(left)
            self._gathers = False

    def _is_due_earlier(self, urgent: bool) -> bool:
        """Whether what has just come ends or shortens the gathering: the first command, or one that fills a batch."""
        return (urgent and len(self._urgent) == 1) or len(self._urgent) + len(self._others) >= self._most_at_once

    def _finish(self) -> None:
        while self._urgent or self._others:
            self.step()
        self._truncate()
        self._let_go()

    def _take(self) -> list[_Asked]:
        with self._changed:
            batch: list[_Asked] = []
            for waiting in (self._urgent, self._others):
                while waiting and len(batch) < self._most_at_once:
                    batch.append(waiting.popleft())
            return batch

    def _write(self, batch: list[_Asked]) -> None:
        outcomes: list[Outcome[Any]]
        began = time.monotonic()
        of_house = not all(asked.in_session for asked in batch)
        self.house_version += of_house
        try:
            conn = self._connected()
            # Said to the driver itself: for a single tap, SQLAlchemy's own words take as long as writing it does.
            raw: Any = conn.connection.driver_connection
            raw.execute("BEGIN IMMEDIATE")
            outcomes = attempt_all(conn, [asked.job for asked in batch])
            self._commit(raw)
            self.failing = False
            self._wrote_at = time.monotonic()
            self.commits.took(self._wrote_at - began)
        except (SQLAlchemyError, sqlite3.Error, BatchLost) as problem:
            self.failing = True
            self._let_go()
            outcomes = [Outcome(problem=not_stored(problem)) for _ in batch]
        self.house_version += of_house
        for asked, outcome in zip(batch, outcomes, strict=True):
            self._tell(partial(asked.then, outcome))

    def _commit(self, raw: sqlite3.Connection) -> None:
        raw.execute("COMMIT")

    def _connected(self) -> Connection:
        if self._conn is None:
            self._conn = self._store.connect_writer()
        return self._conn

    def _let_go(self) -> None:
        """Whatever state a failed batch left behind goes with its connection; the next batch opens another."""
        conn, self._conn = self._conn, None
        if conn is not None:
            conn.invalidate()
            conn.close()

    def _truncate(self) -> None:
        if not self._truncating:
            return
        try:
            raw: Any = self._connected().connection.driver_connection
            if self._rebuilding:
                # On a disk that is too full for a second copy, it stays as it is; a search then shows what is left.
                self._rebuilding = False
                raw.execute("VACUUM")
            raw.execute("PRAGMA busy_timeout = 50")
            busy, _, _ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            raw.execute("PRAGMA busy_timeout = 5000")
        except (SQLAlchemyError, sqlite3.Error):
            self._let_go()
            return
        if not busy:
            with self._changed:
                told, self._truncating = self._truncating, []
            for then in told:
                self._tell(partial(then, Outcome()))
