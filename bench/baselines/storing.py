"""How the stock server keeps answers: not at all, each with a commit of its own, or many in one commit.

The last is what a good engineer adds first: a native thread that commits whatever has come meanwhile.
Durable like the product: write-ahead log, `synchronous=FULL`.
"""

import os
import sqlite3
from collections import deque
from collections.abc import Callable
from typing import Any

Then = Callable[[], None]
_TABLE = "CREATE TABLE answers (run TEXT, seat TEXT, revision INTEGER, body TEXT, PRIMARY KEY (run, seat))"
_UPSERT = (
    "INSERT INTO answers VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE "
    "SET revision = excluded.revision, body = excluded.body WHERE revision < excluded.revision"
)


def _open(path: str) -> sqlite3.Connection:
    conn = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    conn.execute("PRAGMA journal_mode = WAL")
    conn.execute("PRAGMA synchronous = FULL")
    conn.execute(_TABLE)
    return conn


class Nothing:
    def __init__(self, path: str) -> None:
        """Keeps nothing."""

    def keep(self, row: tuple[Any, ...], then: Then) -> None:
        then()


class Each:
    """One commit for each answer, where it came in."""

    def __init__(self, path: str) -> None:
        self._conn = _open(path)

    def keep(self, row: tuple[Any, ...], then: Then) -> None:
        self._conn.execute(_UPSERT, row)
        then()


class Together:
    """Group commit on a native thread; `then` runs on eventlet's own once the commit is done."""

    def __init__(self, path: str) -> None:
        import eventlet
        from eventlet.patcher import original

        self._conn = _open(path)
        self._os, threads = original("os"), original("threading")
        self._waiting: deque[tuple[tuple[Any, ...], Then]] = deque()
        self._kept: deque[Then] = deque()
        self._some = threads.Semaphore(0)
        self._read, self._write = os.pipe()
        os.set_blocking(self._read, False)
        threads.Thread(target=self._commit_forever, daemon=True).start()
        eventlet.spawn(self._tell_forever)

    def keep(self, row: tuple[Any, ...], then: Then) -> None:
        self._waiting.append((row, then))
        self._some.release()

    def _commit_forever(self) -> None:
        while True:
            self._some.acquire()
            batch = [self._waiting.popleft()]
            while self._waiting and self._some.acquire(blocking=False):
                batch.append(self._waiting.popleft())
            self._conn.execute("BEGIN IMMEDIATE")
            self._conn.executemany(_UPSERT, [row for row, _ in batch])
            self._conn.execute("COMMIT")
            self._kept.extend(then for _, then in batch)
            self._os.write(self._write, b".")

    def _tell_forever(self) -> None:
        from eventlet.hubs import trampoline

        while True:
            trampoline(self._read, read=True)
            self._os.read(self._read, 4096)
            while self._kept:
                self._kept.popleft()()


WAYS = {"nothing": Nothing, "each": Each, "group": Together}
