"""What was kept long enough is gone from the files themselves, what is held stays, and the log says so."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
import structlog
from sqlalchemy import Connection, select

from facilitator.errors import Refused
from facilitator.people import seats
from facilitator.records import purging
from facilitator.records.byte_search import files_of, remains, slices
from facilitator.records.forgetting import Forgetting
from facilitator.records.retention import KINDS, Due, Kind
from facilitator.storage import answers, audit_log, jottings, keeping, live_sessions, sealed_answers, sign_ins, texts
from facilitator.storage import tables as t
from facilitator.storage.database import Store
from facilitator.storage.writer import Writer
from tests.records.conftest import NOW, Clock, Write

Evening = Callable[..., str]


def locked_bytes(conn: Connection, kind: Kind, live_session: str) -> set[bytes]:
    """What the rows of this kind look like on the disk, taken by itself and not from what `purge` gives."""
    column = {"responses": t.sealed_answers.c.body, "named": t.answers.c.body, "jottings": t.jottings.c.body}
    of = column[kind]
    values = conn.execute(select(of).where(of.table.c.live_session == live_session)).scalars()
    return {bytes(value)[5:45] for value in values}


@pytest.fixture
def gone_from_disk(store: Store) -> Callable[[set[bytes]], bool]:
    return lambda wanted: not remains(files_of(store.data, None), wanted)


def test_confirming_lets_go_of_what_the_group_answered_and_of_nothing_else(
    evening: Evening, write: Write, read: Write, forgetting: Forgetting, gone_from_disk: Callable[[set[bytes]], bool]
) -> None:
    tonight, other = evening("tonight"), evening("another evening")
    sealed = read(locked_bytes, "responses", tonight)
    assert not gone_from_disk(sealed)
    write(keeping.confirm, tonight, by="okoye", at=NOW, keep_answers=False)

    forgotten = forgetting.forget(by="staff:okoye")

    assert forgotten.went.gone == (Due(tonight, "responses"),)
    assert forgotten.left == {}
    assert gone_from_disk(sealed)
    assert read(sealed_answers.of_run, tonight, "r2") == []
    assert read(texts.of_live_session, tonight) == {}
    assert len(read(answers.of_live_session, tonight)) == 2
    assert len(read(sealed_answers.of_run, other, "r2")) == 2
    assert read(jottings.find, tonight, "okoye") == "a private note"


def test_in_time_everything_goes_kind_by_kind(
    evening: Evening, read: Write, forgetting: Forgetting, clock: Clock, gone_from_disk: Callable[[set[bytes]], bool]
) -> None:
    tonight = evening("tonight")
    looks = {kind: read(locked_bytes, kind, tonight) for kind in ("responses", "named", "jottings")}
    for days, kind in ((14, "responses"), (16, "jottings"), (60, "named")):
        assert not gone_from_disk(looks[kind])
        clock.wait(days=days)
        assert [one.kind for one in forgetting.forget(by="server").went.gone] == [kind]
        assert gone_from_disk(looks[kind])

    clock.wait(days=275)
    forgetting.forget(by="server")

    assert {seat.name for seat in read(seats.of_live_session, tonight)} == {""}
    clock.wait(days=2000)
    assert forgetting.forget(by="server").left == {}
    assert read(live_sessions.find, tonight) is None


def test_the_audit_log_says_what_went(evening: Evening, read: Write, forgetting: Forgetting, clock: Clock) -> None:
    tonight = evening("tonight")
    clock.wait(days=15)
    forgetting.forget(by="server")

    told = read(audit_log.about, f"live_session:{tonight}")
    assert [(entry.actor, entry.action, entry.group) for entry in told] == [("server", "responses_purged", "thursday")]
    assert read(audit_log.verify).problem is None


def test_what_is_on_hold_stays_for_as_long_as_it_is(
    evening: Evening, write: Write, read: Write, forgetting: Forgetting, clock: Clock
) -> None:
    tonight = evening("tonight")
    write(keeping.hold, tonight, by="okoye", at=NOW)
    clock.wait(days=9999)

    assert forgetting.forget(by="server").went.is_empty
    assert len(read(sealed_answers.of_run, tonight, "r2")) == 2
    write(keeping.lift, tonight)
    assert Due(tonight, "sessions") in forgetting.forget(by="server").went.gone


def test_a_dry_run_changes_nothing(
    evening: Evening, store: Store, forgetting: Forgetting, clock: Clock, writer: Writer
) -> None:
    tonight = evening("tonight")
    clock.wait(days=15)
    writer.rebuild()
    before = store.path.read_bytes()

    assert forgetting.would_go().gone == (Due(tonight, "responses"),)
    assert store.path.read_bytes() == before


def test_old_sign_ins_links_and_entries_go_too(
    evening: Evening, write: Write, read: Write, forgetting: Forgetting, clock: Clock
) -> None:
    evening("tonight")
    token = write(sign_ins.begin, "okoye", at=NOW)
    clock.wait(days=2)
    assert forgetting.forget(by="server").went.sign_ins == 1
    assert read(sign_ins.find, token) is None
    clock.wait(days=2190)

    went = forgetting.forget(by="server").went

    assert went.audit == 1
    assert read(audit_log.verify).problem is None


def test_a_session_that_goes_on_is_never_touched(
    evening: Evening, write: Write, forgetting: Forgetting, clock: Clock
) -> None:
    tonight = evening("tonight")
    write(live_sessions.set_phase, tonight, "running")
    clock.wait(days=9999)

    assert forgetting.would_go().gone == ()


def test_a_backup_that_still_holds_it_is_told_of(
    evening: Evening, store: Store, writer: Writer, forgetting: Forgetting, clock: Clock, tmp_path: Path
) -> None:
    evening("tonight")
    writer.rebuild()
    backup = tmp_path / "backups" / "monday" / "store"
    backup.parent.mkdir(parents=True)
    shutil.copy(store.path, backup)
    forgetting.backups = tmp_path / "backups"
    clock.wait(days=15)

    forgotten = forgetting.forget(by="server")

    assert set(forgotten.left) == {backup}


def test_the_search_sees_a_purge_that_only_pretends(
    evening: Evening, store: Store, forgetting: Forgetting, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening("tonight")
    clock.wait(days=15)
    monkeypatch.setattr(purging, "TABLES", {**purging.TABLES, "responses": (t.sealed_waves,)})
    monkeypatch.setattr(purging, "looks_of", _looks_of_all)

    assert set(forgetting.forget(by="server").left) == {store.path}


def _looks_of_all(conn: Connection, one: Due) -> set[bytes]:
    bodies = conn.execute(select(t.sealed_answers.c.body)).scalars()
    return {piece for body in bodies for piece in slices(body)}


@pytest.mark.parametrize("rebuilt", [True, False])
def test_what_rows_left_behind_when_they_moved_is_gone_too(
    evening: Evening, store: Store, writer: Writer, write: Write, rebuilt: bool
) -> None:
    chance = Random(3)  # noqa: S311 - the same evenings each time
    # As ids are: rows of many evenings share a page.
    names = [evening(chance.randbytes(8).hex()) for _ in range(40)]
    for name in names:
        write(_much_more, name, chance)
    left = 0
    for name in names[:30]:
        canaries = write(purging.let_go, Due(name, chance.choice(KINDS)), NOW, by="server")
        writer.rebuild() if rebuilt else writer.truncate_log(lambda _: None)
        writer.step()
        left += sum(remains(files_of(store.data, None), canaries).values())

    # Without rebuilding, SQLite's own overwriting leaves some behind: that is what the search is for.
    assert (left == 0) == rebuilt


def _much_more(conn: Connection, name: str, chance: Random) -> None:
    for number in range(chance.randrange(25)):
        texts.add(conn, name, f"{chance.randbytes(16).hex()} {number}", "x" * chance.choice([3, 50, 400, 3000, 9000]))
    for _ in range(chance.randrange(9)):
        seat = chance.randbytes(16).hex()
        seats.add(conn, seat, name, name="Dee", language="en")
        answers.Keep(
            name, "r1", seat, revision=1, did="answer", answer={"text": "h" * chance.choice([3, 100, 500])},
            ok_to_show=True, by_staff=False, at=NOW,
        )(conn)  # fmt: skip


def test_a_server_that_runs_looks_every_hour_and_goes_on_after_trouble(
    evening: Evening, forgetting: Forgetting, read: Write, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    tonight = evening("tonight")
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 2:
            monkeypatch.undo()
            clock.wait(days=15)

    def no_room(*_: object, **__: object) -> None:
        raise Refused("not_stored", "This could not be stored just now. Please try again.")

    clock.wait(days=15)
    monkeypatch.setattr(forgetting.writer, "wait", no_room)
    forgetting.go_on(sleep, lambda: len(slept) == 3)

    assert slept == [60, 3600, 3600]
    assert read(sealed_answers.of_run, tonight, "r2") == []


def test_each_hour_the_servers_log_says_where_the_audit_log_ends_if_that_is_new(
    forgetting: Forgetting, write: Write, store: Store
) -> None:
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 3:
            write(lambda conn: audit_log.append(conn, "audit_seen", by="staff:okoye", at=NOW))

    write(lambda conn: audit_log.begin(conn, at=NOW))
    with structlog.testing.capture_logs() as told:
        forgetting.go_on(sleep, lambda: len(slept) == 4)

    ends = [line["expect"] for line in told if line["event"] == "the audit log ends here"]
    assert [end.partition(":")[0] for end in ends] == ["1", "2"]
    with store.reading() as conn:
        for number, hashed in (end.split(":") for end in ends):
            assert audit_log.verify(conn, expected=(int(number), hashed)).problem is None
        assert audit_log.verify(conn, expected=(2, "0" * 64)).problem is not None
