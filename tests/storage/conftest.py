"""A real store on a real disk, its writer stepped by hand, and the smallest group there can be."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from facilitator.curriculum.model import ActivitySpec, Module, Step
from facilitator.people import groups, seats, staff
from facilitator.storage import live_sessions
from facilitator.storage.database import Store, open_store
from facilitator.storage.live_sessions import StoredLiveSession
from facilitator.storage.writer import Writer

TONIGHT = "tonight"
NOW = 1_800_000_000_000

Write = Callable[..., Any]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def writer(store: Store) -> Iterator[Writer]:
    """Stepped by hand, so that a test says what is in a batch."""
    writer = Writer(store, step=True)
    yield writer
    writer.stop()


@pytest.fixture
def write(writer: Writer) -> Write:
    """`write(function, …)` calls `function(connection, …)` in the writer and gives back what it gave."""
    return lambda job, *args, **kwargs: writer.wait(lambda conn: job(conn, *args, **kwargs))


@pytest.fixture
def read(store: Store) -> Write:
    """`read(function, …)` calls `function(connection, …)` on a reading connection."""

    def reading(job: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        with store.reading() as conn:
            return job(conn, *args, **kwargs)

    return reading


@pytest.fixture
def tonight(write: Write) -> str:
    """Dr. Okoye's group meets, and Ana and Ben sit in it."""

    def meet(conn: Connection) -> None:
        staff.add(conn, "okoye", sign_in_name="okoye", name="Dr. Okoye", password_hash="-", at=NOW)
        groups.add(conn, "thursday", owner="okoye", name="Thursday evening", at=NOW)
        live_sessions.add(conn, meeting(TONIGHT, "BCDFG"))
        for seat in ("ana", "ben"):
            seats.add(conn, seat, TONIGHT, name=seat.title(), language="en")

    write(meet)
    return TONIGHT


def meeting(name: str, join_code: str) -> StoredLiveSession:
    return StoredLiveSession(name, "thursday", join_code, "gathering", NOW, None, 4, "v1", rehearsal=False)


@pytest.fixture
def another_meeting(write: Write, tonight: str) -> Callable[[str, str], str]:
    """Opens another live session of the same group; gives the secret of its QR."""
    return lambda name, join_code: write(live_sessions.add, meeting(name, join_code))


@pytest.fixture
def on_disk(store: Store) -> Callable[[], bytes]:
    """Every byte of every file of the data folder but the keys."""
    return lambda: b"".join(path.read_bytes() for path in sorted(store.data.iterdir()) if path.is_file())


@pytest.fixture
def a_module() -> Module:
    """A module with every shape that pinning has to carry."""
    ask: dict[str, Any] = {"kind": "scale", "settings": {"promise": "named", "from": 0, "labels": {"0": "None"}}}
    text: list[Any] = [{"type": "paragraph", "spans": [{"type": "text", "text": "Notice — then name it."}]}]
    steps = [
        Step("s1", "Notice", 2.5, everyone=text, notes=text),
        Step("now", "Now", 1.0, phone=text, activity=ActivitySpec(**ask)),
    ]
    return Module(
        "iop-foundations", "01-check-in", "en", "Check-in", "process", 10, ["arriving"], [], "", text, steps, "0" * 64
    )  # fmt: skip
