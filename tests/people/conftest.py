"""A real store, its writer stepped by hand, a clock that only tests move, and quick password hashes."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Connection

from facilitator.people import groups, staff
from facilitator.people.passwords import Passwords
from facilitator.people.sign_in import SignIns
from facilitator.storage import live_sessions
from facilitator.storage.database import Store, open_store
from facilitator.storage.live_sessions import StoredLiveSession
from facilitator.storage.writer import Writer

Call = Callable[..., Any]
MINUTE = 60_000


class Clock:
    """ms, UTC."""

    def __init__(self) -> None:
        self.now = 1_800_000_000_000

    def __call__(self) -> int:
        return self.now

    def wait(self, *, ms: int = 0, minutes: int = 0) -> None:
        self.now += ms + minutes * MINUTE


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, quick_stores: None) -> Iterator[Store]:
    opened = open_store(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def writer(store: Store) -> Iterator[Writer]:
    writer = Writer(store, step=True)
    yield writer
    writer.stop()


@pytest.fixture
def write(writer: Writer) -> Call:
    """`write(function, …)` calls `function(connection, …)` in the writer and gives back what it gave."""
    return lambda job, *args, **kwargs: writer.wait(lambda conn: job(conn, *args, **kwargs))


@pytest.fixture
def read(store: Store) -> Call:
    """`read(function, …)` calls `function(connection, …)` on a reading connection."""

    def reading(job: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        with store.reading() as conn:
            return job(conn, *args, **kwargs)

    return reading


@pytest.fixture
def passwords() -> Passwords:
    return Passwords(lambda call: call(), PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def sign_ins(store: Store, writer: Writer, passwords: Passwords, clock: Clock) -> SignIns:
    return SignIns(store, writer, passwords, clock, idle_ms=30 * MINUTE)


@pytest.fixture
def okoye(write: Call, passwords: Passwords, clock: Clock) -> str:
    """The id of Dr. Okoye, who signs in as `okoye` with `seven green lamps`."""
    hashed = passwords.hash("seven green lamps")
    write(staff.add, "okoye-id", sign_in_name="okoye", name="Dr. Okoye", password_hash=hashed, at=clock())
    return "okoye-id"


@pytest.fixture
def tonight(write: Call, okoye: str, clock: Clock) -> str:
    """A live session of Dr. Okoye's group."""

    def meet(conn: Connection) -> None:
        groups.add(conn, "thursday", owner=okoye, name="Thursday evening", at=clock())
        opened = StoredLiveSession("tonight", "thursday", "BCDFG", "gathering", clock(), None, 4, "v1", rehearsal=False)
        live_sessions.add(conn, opened)

    write(meet)
    return "tonight"
