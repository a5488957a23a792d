"""Who is turned away is written down, and nobody fills the log by pressing at the same door."""

from collections.abc import Callable
from typing import Any

from facilitator.people.turned_away import OnceInAWhile, TurnedAway
from facilitator.storage import audit_log
from facilitator.storage.audit_log import Entry, Wanted
from facilitator.storage.writer import Writer

Call = Callable[..., Any]


def entries(read: Call) -> list[Entry]:
    return [entry for entry in read(audit_log.read, Wanted()) if entry.action == "not_allowed"]


def test_the_same_door_is_written_down_again_after_ten_minutes(writer: Writer, read: Call, clock: Any) -> None:
    away = TurnedAway(writer, clock)
    for _ in range(3):
        away.note("mallory", "live_session:x")
    away.note("mallory", None)
    away.note("okoye", "live_session:x")
    clock.wait(minutes=10)
    away.note("mallory", "live_session:x")
    writer.wait(lambda conn: None)

    told = [(entry.actor, entry.subject) for entry in reversed(entries(read))]
    assert told == [
        ("staff:mallory", "live_session:x"),
        ("staff:mallory", None),
        ("staff:okoye", "live_session:x"),
        ("staff:mallory", "live_session:x"),
    ]


def test_a_writer_that_takes_nothing_more_does_not_stand_in_the_way(writer: Writer, clock: Any) -> None:
    writer.stop()
    TurnedAway(writer, clock).note("mallory", None)


def test_no_more_doors_are_remembered_than_there_is_room_for(clock: Any) -> None:
    knocks = OnceInAWhile(clock, 60_000)
    for number in range(1001):
        assert knocks.now(str(number))

    assert not knocks.now("1000")
    assert knocks.now("0"), "the oldest was forgotten, and is written down once more"
