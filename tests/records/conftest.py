"""A real store with evenings that are over, and everything they can leave behind; a clock that tests move."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from facilitator.config_fields import KEPT_UNLESS_SAID
from facilitator.live_session.events import Recorded, ResponsePlaced, SeatAdmitted, SeatTaken, SessionOpened
from facilitator.people import groups, seats, staff
from facilitator.records.forgetting import Forgetting
from facilitator.records.retention import DAY
from facilitator.storage import (
    answers,
    audit_log,
    event_log,
    jottings,
    live_sessions,
    living_states,
    sealed_answers,
    texts,
)
from facilitator.storage.database import Store, open_store
from facilitator.storage.live_sessions import StoredLiveSession
from facilitator.storage.writer import Writer

NOW = 1_800_000_000_000
Write = Callable[..., Any]


class Clock:
    """ms, UTC."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> int:
        return self.now

    def wait(self, *, days: int) -> None:
        self.now += days * DAY


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
def write(writer: Writer) -> Write:
    return lambda job, *args, **kwargs: writer.wait(lambda conn: job(conn, *args, **kwargs))


@pytest.fixture
def read(store: Store) -> Write:
    def reading(job: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        with store.reading() as conn:
            return job(conn, *args, **kwargs)

    return reading


@pytest.fixture
def forgetting(store: Store, writer: Writer, clock: Clock) -> Forgetting:
    return Forgetting(store, writer, KEPT_UNLESS_SAID, clock)


@pytest.fixture
def evening(write: Write) -> Callable[..., str]:
    """`evening("tonight")` is over, with Ana and Ben, their answers, a sealed one, a copy and a jotting."""

    def people(conn: Connection) -> None:
        staff.add(conn, "okoye", sign_in_name="okoye", name="Dr. Okoye", password_hash="-", at=NOW)
        groups.add(conn, "thursday", owner="okoye", name="Thursday evening", at=NOW)
        audit_log.begin(conn, at=NOW)

    def over(name: str, *, rehearsal: bool = False) -> str:
        write(lambda conn: _meet(conn, name, rehearsal=rehearsal))
        return name

    write(people)
    return over


def _meet(conn: Connection, name: str, *, rehearsal: bool) -> None:
    code = f"code of {name}"
    live_sessions.add(
        conn, StoredLiveSession(name, "thursday", code, "gathering", NOW, None, 4, "v1", rehearsal=rehearsal)
    )
    happened = [SessionOpened("thursday", (), 4, "v1")]
    log = [Recorded(1, NOW, "staff:okoye", f"open {name}", happened[0])]
    for seat in ("ana", "ben"):
        seats.add(conn, f"{seat} {name}", name, name=f"{seat.title()} of {name}", language="en")
        for event in (SeatTaken(f"{seat} {name}", "qr"), SeatAdmitted(f"{seat} {name}")):
            log.append(Recorded(len(log) + 1, NOW, "staff:okoye", f"open {name}", event))
        answers.Keep(
            name, "r1", f"{seat} {name}", revision=1, did="answer", answer={"text": f"hope of {seat}" * 9},
            ok_to_show=True, by_staff=False, at=NOW,
        )(conn)  # fmt: skip
    log.append(
        Recorded(
            len(log) + 1,
            NOW,
            "staff:okoye",
            f"open {name}",
            ResponsePlaced(f"r1.ana {name}.1.text", "wall", f"copy {name}"),
        )
    )
    texts.add(conn, name, f"copy {name}", "an edited copy")
    event_log.append(conn, name, log)
    sealed_answers.add(
        conn, name, "r2", f"w1 {name}", [(f"s1 {name}", {"text": "tired" * 300}), (f"s2 {name}", {})], frame_bytes=4608
    )
    jottings.keep(conn, name, "okoye", "a private note", at=NOW)
    living_states.keep(conn, name, "r3", 1, {"lines": ["drawn"] * 2000})
    live_sessions.set_phase(conn, name, "ended", ended_at=NOW)
