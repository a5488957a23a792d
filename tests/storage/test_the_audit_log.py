"""The audit log only grows, and whatever is done to it behind our back is found."""

import sqlite3
from collections.abc import Callable

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from facilitator.errors import Refused
from facilitator.storage import audit_log
from facilitator.storage.audit_log import DEEDS, Checked, Wanted
from facilitator.storage.database import Store
from tests.storage.conftest import NOW, TONIGHT, Write

OKOYE = "staff:okoye"


@pytest.fixture
def evening(write: Write, tonight: str) -> None:
    """Five entries."""

    def happens(conn: Connection) -> None:
        audit_log.begin(conn, at=NOW)
        audit_log.append(conn, "signed_in", by=OKOYE, at=NOW + 1, subject=OKOYE)
        audit_log.append(conn, "values_seen", by=OKOYE, at=NOW + 2, subject="seat:ana")
        audit_log.append(conn, "seat_removed", by=OKOYE, at=NOW + 3, subject="seat:ben")
        audit_log.append(conn, "record_seen", by=OKOYE, at=NOW + 4, subject=f"live_session:{TONIGHT}")

    write(happens)


@pytest.fixture
def verified(read: Write) -> Callable[..., Checked]:
    return lambda **known: read(audit_log.verify, **known)


@pytest.fixture
def behind_our_back(store: Store) -> Callable[[str], None]:
    """What somebody does who can write to the file, and takes the triggers away first."""

    def does(statements: str) -> None:
        raw = sqlite3.connect(store.path, isolation_level=None)
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.executescript(statements)
        raw.close()

    return does


@pytest.mark.usefixtures("evening")
def test_a_log_that_nobody_touched_holds(verified: Callable[..., Checked]) -> None:
    found = verified()

    assert (found.held, found.last, found.problem) == (5, 5, None)
    assert verified(expected=(found.last, found.last_hash)).problem is None


TAMPERED = [
    ("UPDATE audit_entries SET actor = 'staff:mallory' WHERE number = 3", "Entry 3 was changed."),
    ("UPDATE audit_entries SET action = 'signed_out' WHERE number = 2", "Entry 2 was changed."),
    ("UPDATE audit_entries SET at = at + 1 WHERE number = 1", "Entry 1 was changed."),
    ("UPDATE audit_entries SET subject = NULL WHERE number = 4", "Entry 4 was changed."),
    ("UPDATE audit_entries SET \"group\" = 'other' WHERE number = 5", "Entry 5 was changed."),
    ("UPDATE audit_entries SET hash = before WHERE number = 2", "Entry 2 was changed."),
    ("DELETE FROM audit_entries WHERE number = 1", "Entry 1 is missing."),
    ("DELETE FROM audit_entries WHERE number = 3", "Entry 3 is missing."),
    ("DELETE FROM audit_entries WHERE number > 3", "Entry 4 is missing: the log ends too early."),
    ("DELETE FROM audit_entries", "Entry 1 is missing: the log ends too early."),
    ("DELETE FROM audit_entries; DELETE FROM audit_ends", "The log is empty."),
    ("DELETE FROM audit_ends", "Entry 5 was not written by Facilitator."),
    (
        ("DELETE FROM audit_entries WHERE number > 3; UPDATE audit_ends SET number = 3, hash ="
        " (SELECT hash FROM audit_entries WHERE number = 3)"),
        "The head of the log was changed.",
    ),
    (
        ("INSERT INTO audit_ends SELECT 'start', number, hash, 'made up' FROM audit_entries WHERE number = 2;"
        "DELETE FROM audit_entries WHERE number <= 2"),
        "The start of the log was changed.",
    ),
    (
        ("UPDATE audit_entries SET number = 99 WHERE number = 2; UPDATE audit_entries SET number = 2 WHERE number = 3;"
        "UPDATE audit_entries SET number = 3 WHERE number = 99"),
        "Entry 2 does not follow the one before it.",
    ),
    (
        ('INSERT INTO audit_entries SELECT 6, at, actor, action, subject, "group", hash, hash'
        " FROM audit_entries WHERE number = 5"),
        "Entry 6 was changed.",
    ),
    (
        ("UPDATE audit_entries SET number = number + 1 WHERE number = 5; INSERT INTO audit_entries"
        ' SELECT 5, at, actor, action, subject, "group", before, hash FROM audit_entries WHERE number = 4'),
        "Entry 5 does not follow the one before it.",
    ),
]  # fmt: skip


@pytest.mark.usefixtures("evening")
@pytest.mark.parametrize(("tampering", "told"), TAMPERED, ids=[told for _, told in TAMPERED])
def test_tampering_is_found_at_the_first_entry_that_does_not_hold(
    tampering: str, told: str, behind_our_back: Callable[[str], None], verified: Callable[..., Checked]
) -> None:
    behind_our_back(tampering)

    assert (verified().problem or "").startswith(told)


@pytest.mark.usefixtures("evening")
def test_an_old_copy_of_the_whole_log_is_found_by_an_entry_that_was_written_down(
    store: Store, write: Write, verified: Callable[..., Checked], behind_our_back: Callable[[str], None]
) -> None:
    raw = sqlite3.connect(store.path)
    (old_head,) = raw.execute("SELECT mac FROM audit_ends").fetchall()
    raw.close()
    write(audit_log.append, "hold_lifted", by=OKOYE, at=NOW + 9, subject=f"live_session:{TONIGHT}")
    then = verified()
    behind_our_back("DELETE FROM audit_entries WHERE number = 6; UPDATE audit_ends SET number = 5")
    behind_our_back("UPDATE audit_ends SET hash = (SELECT hash FROM audit_entries WHERE number = 5)")
    behind_our_back(f"UPDATE audit_ends SET mac = '{old_head[0]}'")  # noqa: S608 - a hash of ours

    assert verified().problem is None
    assert "wrote down" in (verified(expected=(then.last, then.last_hash)).problem or "")


@pytest.mark.usefixtures("evening")
def test_an_entry_of_another_history_does_not_fit_between_these(
    store: Store, write: Write, verified: Callable[..., Checked], behind_our_back: Callable[[str], None]
) -> None:
    raw = sqlite3.connect(store.path)
    head = raw.execute("SELECT number, hash, mac FROM audit_ends").fetchone()
    write(audit_log.append, "signed_out", by=OKOYE, at=NOW + 5, subject=OKOYE)
    other = raw.execute("SELECT * FROM audit_entries WHERE number = 6").fetchone()
    raw.close()
    number, hashed, mac = head
    behind_our_back("DELETE FROM audit_entries WHERE number = 6")
    behind_our_back(f"UPDATE audit_ends SET number = {number}, hash = '{hashed}', mac = '{mac}'")  # noqa: S608 - ours
    write(audit_log.append, "record_exported", by=OKOYE, at=NOW + 6, subject=f"live_session:{TONIGHT}")
    write(audit_log.append, "signed_out", by=OKOYE, at=NOW + 7, subject=OKOYE)
    assert verified().problem is None

    raw = sqlite3.connect(store.path, isolation_level=None)
    raw.execute("DELETE FROM audit_entries WHERE number = 6")
    raw.execute("INSERT INTO audit_entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)", other)
    raw.execute("UPDATE audit_entries SET before = ? WHERE number = 7", other[-1:])
    raw.close()

    assert verified().problem == "Entry 7 was changed."


@pytest.mark.usefixtures("evening")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entries SET actor = 'staff:mallory'",
        "DELETE FROM audit_entries WHERE number = 5",
        "DELETE FROM audit_entries",
        "DELETE FROM audit_ends",
        "UPDATE audit_ends SET number = 1",
        "UPDATE audit_ends SET which = 'start'",
        "INSERT OR REPLACE INTO audit_ends VALUES ('head', 1, '', '')",
    ],
)
def test_the_store_itself_refuses_to_change_it(statement: str, write: Write, verified: Callable[..., Checked]) -> None:
    def job(conn: Connection) -> None:
        conn.exec_driver_sql("PRAGMA recursive_triggers = ON")
        conn.exec_driver_sql(statement)

    with pytest.raises(IntegrityError, match="audit"):
        write(job)

    assert verified().problem is None


def test_an_entry_and_its_deed_are_stored_together_or_not_at_all(
    write: Write, tonight: str, verified: Callable[..., Checked]
) -> None:
    write(audit_log.begin, at=NOW)

    def half(conn: Connection) -> None:
        audit_log.append(conn, "session_deleted", by=OKOYE, at=NOW, subject=f"live_session:{tonight}")
        raise Refused("not_sure", "Not now.")

    with pytest.raises(Refused):
        write(half)

    assert verified().last == 1


def test_old_entries_may_go_and_the_log_says_so(
    evening: None, write: Write, read: Write, verified: Callable[..., Checked]
) -> None:
    gone = write(audit_log.cut, read(audit_log.last_before, NOW + 3), by="server", at=NOW + 10)

    assert gone == 3
    found = verified()
    assert (found.held, found.last, found.problem) == (3, 6, None)
    newest = read(audit_log.read, Wanted())[0]
    assert (newest.number, newest.action, newest.subject) == (6, "log_cut", "entry:3")
    assert write(audit_log.cut, 3, by="server", at=NOW + 11) == 0
    assert write(audit_log.cut, 6, by="server", at=NOW + 12) == 3
    assert verified().problem is None


def test_a_group_is_found_out_and_the_log_is_read_by_who_what_and_when(evening: None, read: Write) -> None:
    assert {entry.group for entry in read(audit_log.read, Wanted(groups=frozenset(["thursday"])))} == {"thursday"}
    assert len(read(audit_log.read, Wanted(groups=frozenset(["thursday"])))) == 3
    assert read(audit_log.read, Wanted(groups=frozenset())) == []
    assert [entry.number for entry in read(audit_log.read, Wanted(action="signed_in"))] == [2]
    assert [entry.number for entry in read(audit_log.read, Wanted(actor=OKOYE, since=NOW + 2, until=NOW + 4))] == [4, 3]
    assert [entry.number for entry in read(audit_log.read, Wanted(), before=4, most=2)] == [3, 2]
    assert [entry.action for entry in read(audit_log.about, "seat:ben")] == ["seat_removed"]


def test_only_words_of_the_closed_set_are_written_down(write: Write) -> None:
    with pytest.raises(ValueError, match="no word"):
        write(audit_log.append, "looked_around", by=OKOYE, at=NOW)


def test_no_word_of_it_knows_of_answers_that_have_no_name() -> None:
    assert not [deed for deed in DEEDS if "anonymous" in deed or "answer" in deed]


def test_beginning_twice_is_one_beginning(write: Write, verified: Callable[..., Checked]) -> None:
    assert "empty" in (verified().problem or "")

    write(audit_log.begin, at=NOW)
    write(audit_log.begin, at=NOW + 1)

    assert (verified().held, verified().problem) == (1, None)
