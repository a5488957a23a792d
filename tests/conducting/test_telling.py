"""Decide, write down, tell: nobody hears of what is not on the disk, and what failed has not happened."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, text

from facilitator.conducting.prepared import Prepared
from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.storage import event_log, live_sessions
from tests.conducting.process import Process, Told


@pytest.fixture
def process(process: Process) -> Process:
    return process.at("b1/arrive")


@contextmanager
def full_disk(process: Process) -> Iterator[None]:
    """The database may not grow by a page, as on a disk that is full."""
    raw = process.writer._connected()
    pages = raw.exec_driver_sql("PRAGMA page_count").scalar()
    raw.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    raw.rollback()
    yield
    again = process.writer._connected()
    again.exec_driver_sql("PRAGMA max_page_count = 1000000")
    again.rollback()


def logged(process: Process) -> list[str]:
    with process.store.reading() as conn:
        return [type(told.event).__name__ for told in event_log.read(conn, process.room.id)]


def too_much(conn: Connection) -> None:
    """More than fits on the pages that there are."""
    conn.execute(text("CREATE TABLE too_much AS SELECT randomblob(2000000) AS it"))


def breaks(conn: Connection) -> None:
    raise KeyError("a word of somebody's")


def test_nobody_is_told_before_the_commit(process: Process) -> None:
    before = (process.room.state, list(process.changed), logged(process))
    told = process.ask(c.NextStep("b1/arrive"))

    assert told.last == "nothing yet"
    assert (process.room.state, process.changed, logged(process)) == before
    assert process.room.ahead.step == "b1/feel"

    process.writer.step()
    assert told.all == ["done"]
    assert process.room.state == process.room.ahead
    assert process.changed[-1] == process.room.state.version
    assert logged(process)[-1] == "ActivityOpened"


def test_the_log_is_written_when_the_asker_hears(process: Process) -> None:
    seen: list[list[str]] = []
    process.conductor.ask(
        process.room.id, c.SetLock(True), "lock", "staff:okoye", lambda _: seen.append(logged(process))
    )
    process.writer.step()

    assert seen[0][-1] == "LockSet"


def test_what_may_not_happen_is_refused_at_once(process: Process) -> None:
    with pytest.raises(Refused) as refused:
        process.ask(c.NextStep("b1/feel"))

    assert refused.value.why == "moved_on"
    assert process.room.asked == {}


def test_what_is_so_already_is_done_without_a_word_in_the_log(process: Process) -> None:
    before = logged(process)
    assert process.ask(c.SetLock(False)).last == "done"
    process.writer.step()

    assert logged(process) == before


def test_commands_are_decided_on_what_was_decided_before_them(process: Process) -> None:
    first = process.ask(c.NextStep("b1/arrive"))
    with pytest.raises(Refused, match="moved_on"):
        process.ask(c.NextStep("b1/arrive"))
    second = process.ask(c.NextStep("b1/feel"))
    process.writer.step()

    assert (first.last, second.last) == ("done", "done")
    assert process.room.state.step == "b1/words"


# --- repeats -------------------------------------------------------------------------------------------


def test_a_repeated_command_is_acknowledged_and_not_done_again(process: Process) -> None:
    process.ask(c.ExtendTimer("b1/arrive", 5), "once")
    process.writer.step()
    before = logged(process)

    again = process.ask(c.ExtendTimer("b1/arrive", 5), "once")
    process.writer.step()
    assert again.last == "done"
    assert logged(process) == before


def test_whoever_asks_again_while_it_is_being_written_hears_too(process: Process) -> None:
    """A tablet that lost its connection asks again over the next one: the answer must find it there."""
    first = process.ask(c.SetLock(True), "once")
    again = process.ask(c.SetLock(True), "once")
    process.writer.step()

    assert (first.all, again.all) == (["done"], ["done"])
    assert logged(process).count("LockSet") == 1


def test_a_repeated_command_is_known_after_a_restart(process: Process) -> None:
    process.ask(c.ExtendTimer("b1/arrive", 5), "once")
    process.writer.step()
    process = process.killed()

    assert process.ask(c.ExtendTimer("b1/arrive", 5), "once").last == "done"
    process.writer.step()
    assert logged(process).count("TimerExtended") == 1


def test_a_repeated_command_is_known_when_memory_has_forgotten_it(process: Process) -> None:
    process.ask(c.ExtendTimer("b1/arrive", 5), "once")
    process.writer.step()
    process.room.done.clear()

    again = process.ask(c.ExtendTimer("b1/arrive", 5), "once")
    process.writer.step()
    assert again.last == "done"
    assert process.room.state == process.room.ahead
    assert logged(process).count("TimerExtended") == 1


def test_a_command_that_failed_may_be_asked_again(process: Process) -> None:
    failed = on_a_full_disk(process)
    again = process.ask(c.NextStep("b1/arrive"), "fails")
    process.writer.step()

    assert (failed.last, again.last) == ("not_stored", "done")
    assert process.room.state.step == "b1/feel"


# --- failures ------------------------------------------------------------------------------------------


def fails(process: Process, row: Callable[[Connection], object]) -> Told:
    """A command whose row cannot be written."""
    told = Told()
    command = Prepared(c.NextStep("b1/arrive"), (row,), lambda: process.room.facts.names.update(ana="Ana"))
    process.conductor.ask(process.room.id, command, "fails", "staff:okoye", told)
    return told


def on_a_full_disk(process: Process) -> Told:
    with full_disk(process):
        told = fails(process, too_much)
        process.writer.step()
    return told


def with_a_broken_row(process: Process) -> Told:
    told = fails(process, breaks)
    process.writer.step()
    return told


def with_a_row_twice(process: Process) -> Told:
    row = live_sessions.StoredLiveSession(process.room.id, "thursday", None, "ended", 1, 2, 4, "1", rehearsal=False)
    told = fails(process, lambda conn: live_sessions.add(conn, row))
    process.writer.step()
    return told


FAILURES = [(on_a_full_disk, "not_stored"), (with_a_row_twice, "broken"), (with_a_broken_row, "broken")]


@pytest.mark.parametrize(("fail", "why"), FAILURES)
def test_what_could_not_be_written_has_not_happened(
    process: Process, fail: Callable[[Process], Told], why: str
) -> None:
    before = (process.room.state, logged(process))

    told = fail(process)

    assert told.all == [why]
    assert (process.room.state, logged(process)) == before
    assert process.room.ahead == process.room.state
    assert "ana" not in process.room.facts.names
    assert process.room.facts.trouble == ("disk" if why == "not_stored" else None)


@pytest.mark.parametrize(("fail", "_why"), FAILURES)
def test_the_next_command_finds_everything_in_order(
    process: Process, fail: Callable[[Process], Told], _why: str
) -> None:
    fail(process)
    process.does(c.NextStep("b1/arrive"))

    assert process.room.state.step == "b1/feel"
    assert process.room.facts.trouble is None


def test_what_was_built_on_a_failed_command_is_refused_and_the_room_recovers(process: Process) -> None:
    failed = fails(process, breaks)
    built_on_it = [process.ask(c.NextStep("b1/feel")), process.ask(c.SetLock(True))]
    process.writer.step()

    assert failed.last == "broken"
    assert [told.last for told in built_on_it] == ["overtaken", "overtaken"]
    assert process.room.ahead == process.room.state
    process.does(c.NextStep("b1/arrive"))
    assert process.room.state.step == "b1/feel"


def test_a_late_refusal_does_not_throw_away_what_was_decided_after_the_failure(process: Process) -> None:
    """The failure is told, somebody taps again, and only then come the refusals of what was built on it."""
    process.writer._most_at_once = 1
    failed = fails(process, breaks)
    built_on_it = process.ask(c.NextStep("b1/feel"))
    process.writer.step()
    assert failed.last == "broken"
    since = process.ask(c.SetLock(True))
    process.writer.step()
    assert built_on_it.last == "overtaken"

    assert process.room.ahead.locked
    another = process.ask(c.SetCover(True))
    process.writer.step()
    process.writer.step()
    assert (since.last, another.last) == ("done", "done")
    assert process.room.state == process.room.ahead


def test_a_queue_that_is_full_refuses_kindly_and_loses_nothing_that_was_decided(process: Process) -> None:
    process.writer._room = 1
    first = process.ask(c.NextStep("b1/arrive"))
    with pytest.raises(Refused) as refused:
        process.ask(c.NextStep("b1/feel"), "again")
    assert refused.value.why == "busy"
    assert process.room.ahead.step == "b1/feel"

    process.writer.step()
    assert first.last == "done"
    assert process.ask(c.NextStep("b1/feel"), "again").last == "nothing yet"
    process.writer.step()
    assert process.room.state.step == "b1/words"


def test_a_web_route_waits_for_the_commit(process: Process) -> None:
    process.conductor.ask_and_wait(process.room.id, c.SetLock(True), "staff:okoye")
    assert process.room.state.locked

    with pytest.raises(Refused, match="moved_on"):
        process.conductor.ask_and_wait(process.room.id, c.NextStep("b1/end"), "staff:okoye")


def test_a_session_that_is_not_here_is_refused(process: Process) -> None:
    with pytest.raises(Refused, match="no_session"):
        process.conductor.ask("elsewhere", c.SetLock(True), "tap", "staff:okoye", Told())


# --- the clock -----------------------------------------------------------------------------------------


def test_the_clock_closes_what_is_due_and_tells(process: Process) -> None:
    process.at("b1/feel").does(c.NextStep("b1/feel"))
    assert process.wait(21).room.state.runs["r1"].phase == "closing"
    assert process.wait(11).room.state.runs["r1"].phase == "closed"


def test_what_is_due_is_asked_once_however_slow_the_disk(process: Process) -> None:
    process.at("b1/feel").does(c.NextStep("b1/feel"))
    process.clock.now += 20_000
    for _ in range(5):
        process.conductor.tick()
    process.writer.step()

    assert logged(process).count("ActivityClosing") == 1


def test_what_was_due_and_could_not_be_stored_is_due_again(process: Process) -> None:
    process.at("b1/feel").does(c.NextStep("b1/feel"))
    process.clock.now += 20_000
    process.writer._room = 0
    process.conductor.tick()
    process.writer.step()
    assert process.room.ahead.runs["r1"].phase == "last_call"

    process.writer._room = 10
    process.wait(1)
    assert process.room.state.runs["r1"].phase == "closing"


def test_an_ended_session_leaves_the_process_and_the_store_says_so(process: Process) -> None:
    live_session = process.room.id
    process.does(c.EndSession())
    process.wait(59)
    assert process.over == []
    process.wait(2)

    assert process.over == [live_session]
    assert process.conductor.rooms == {}
    with process.store.reading() as conn:
        stored = live_sessions.find(conn, live_session)
    assert stored is not None
    assert (stored.phase, stored.join_code) == ("ended", None)
    assert process.killed().conductor.rooms == {}


def test_an_end_that_is_taken_back_leaves_the_phase_as_it_was(process: Process) -> None:
    gathering = Process(process.store, process.curricula, None, process.clock).open()
    for each, phase in ((process, "running"), (gathering, "gathering")):
        each.does(c.EndSession())
        each.does(c.ResumeSession())
        with each.store.reading() as conn:
            stored = live_sessions.find(conn, each.room.id)
        assert stored is not None
        assert stored.phase == each.room.state.phase == phase
