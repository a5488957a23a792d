"""The log of a live session: it only grows, in order, and does nothing twice."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import delete, select, text
from sqlalchemy.exc import IntegrityError

from facilitator.errors import Refused
from facilitator.live_session import events as e
from facilitator.live_session.agenda import PlannedBlock, PlannedStep
from facilitator.live_session.events import Event, Recorded
from facilitator.storage import event_log
from facilitator.storage.tables import commands

Call = Callable[..., Any]

BLOCK = PlannedBlock(
    "b1", "module", "iop-foundations/01-check-in", 12.5, (PlannedStep("now", 2.5, "check_in", "named"),)
)


def taps(tap: str, first: int, *happened: Event) -> list[Recorded]:
    return [Recorded(first + n, 1000 + n, "staff:okoye", tap, event) for n, event in enumerate(happened)]


def test_events_come_back_as_they_were_written(write: Call, read: Call, tonight: str) -> None:
    opened = taps("t1", 1, e.SessionOpened("thursday", (BLOCK,), 4, "v1"), e.SeatTaken("ana", "qr"))
    began = taps("t2", 3, e.SessionBegan(), e.Stepped("b1/now"))
    write(event_log.append, tonight, opened)
    write(event_log.append, tonight, began)

    assert read(event_log.read, tonight) == opened + began
    assert read(event_log.read, tonight, after=2) == began
    assert read(event_log.last_version, tonight) == 4


def test_a_command_that_was_done_is_not_done_again(write: Call, read: Call, tonight: str) -> None:
    write(event_log.append, tonight, taps("t1", 1, e.SessionBegan()))
    with pytest.raises(Refused, match="repeated"):
        write(event_log.append, tonight, taps("t1", 2, e.SessionBegan()))

    assert read(event_log.last_version, tonight) == 1
    assert read(event_log.was_done, tonight, "t1")
    assert read(event_log.done, tonight) == {"t1"}


def test_a_command_that_was_overtaken_writes_nothing(write: Call, read: Call, tonight: str) -> None:
    write(event_log.append, tonight, taps("t1", 1, e.SessionBegan()))
    for version in (1, 3):
        with pytest.raises(Refused, match="overtaken"):
            write(event_log.append, tonight, taps("t2", version, e.Held()))

    assert read(event_log.last_version, tonight) == 1
    assert not read(event_log.was_done, tonight, "t2")


def test_the_log_takes_no_gap(write: Call, tonight: str) -> None:
    gap = [*taps("t1", 1, e.SessionBegan()), *taps("t1", 3, e.Held())]

    with pytest.raises(ValueError, match="gap"):
        write(event_log.append, tonight, gap)


def test_what_was_written_never_changes(write: Call, tonight: str) -> None:
    write(event_log.append, tonight, taps("t1", 1, e.SessionBegan()))

    with pytest.raises(IntegrityError, match="events never change"):
        write(lambda conn: conn.execute(text("UPDATE events SET at = 0")))


def test_each_live_session_has_a_log_of_its_own(write: Call, read: Call, tonight: str, another_meeting: Call) -> None:
    another_meeting("tomorrow", "GHJKM")
    for live_session in (tonight, "tomorrow"):
        write(event_log.append, live_session, taps("t1", 1, e.SessionBegan()))

    assert len(read(event_log.read, tonight)) == len(read(event_log.read, "tomorrow")) == 1


def test_the_database_itself_keeps_commands_and_versions_unique(write: Call, read: Call, tonight: str) -> None:
    write(event_log.append, tonight, taps("t1", 1, e.SessionBegan()))
    with pytest.raises(IntegrityError):
        write(lambda conn: conn.execute(commands.insert(), {"live_session": tonight, "command": "t1"}))
    write(lambda conn: conn.execute(delete(commands)))
    with pytest.raises(IntegrityError):
        write(
            lambda conn: conn.execute(
                text("INSERT INTO events SELECT live_session, version, at, \"by\", 't2', type, body FROM events")
            )
        )

    assert read(lambda conn: conn.execute(select(commands)).all()) == []
