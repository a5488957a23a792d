"""Backups that only a passphrase opens, and the note that one was made."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from facilitator.cli import cli
from facilitator.people import seats
from facilitator.records.forgetting import Forgetting
from facilitator.storage import audit_log, console_notes, lock, sealed_file
from facilitator.storage.audit_log import Wanted
from facilitator.storage.database import Store, open_to_read
from facilitator.storage.sealed_file import is_sealed
from tests.records.conftest import NOW, Write

Run = Callable[..., Result]
Evening = Callable[..., str]


@pytest.fixture
def run(store: Store, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(sealed_file, "_KIBIBYTES", 64)
    environ = {"FACILITATOR_DATA": str(store.data)}
    return lambda *words: CliRunner().invoke(cli, [str(word) for word in words], env=environ)


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    file = tmp_path / "passphrase"
    file.write_text("harbor lantern quilt\n")
    return file


@pytest.fixture
def sealed(run: Run, evening: Evening, store: Store, tmp_path: Path, passphrase: Path) -> Path:
    """A sealed backup of tonight, made while a server runs."""
    evening("tonight")
    with lock.hold(store.data):
        made = run("backup", tmp_path / "sealed", "--passphrase-file", passphrase)
    assert made.exit_code == 0, made.output
    return tmp_path / "sealed"


def test_a_sealed_backup_comes_back_with_its_passphrase(
    run: Run, sealed: Path, passphrase: Path, store: Store, write: Write
) -> None:
    assert is_sealed(sealed)
    assert b"SQLite" not in sealed.read_bytes()
    write(lambda conn: conn.exec_driver_sql("DELETE FROM live_sessions"))
    store.close()

    back = run("restore", sealed, "--over", "--passphrase-file", passphrase)

    assert back.exit_code == 0, back.output
    again = open_to_read(store.data)
    with again.reading() as conn:
        assert {seat.name for seat in seats.of_live_session(conn, "tonight")} == {"Ana of tonight", "Ben of tonight"}
    again.close()


def test_without_its_passphrase_it_does_not(run: Run, sealed: Path, passphrase: Path) -> None:
    assert "Give the file with its passphrase" in run("restore", sealed, "--over").output
    passphrase.write_text("another passphrase altogether")

    told = run("restore", sealed, "--over", "--passphrase-file", passphrase)

    assert told.exit_code == 1
    assert "does not open with this passphrase" in told.output


@pytest.mark.usefixtures("sealed")
def test_nothing_unsealed_stays_behind(run: Run, store: Store, tmp_path: Path, passphrase: Path) -> None:
    run("restore", tmp_path / "sealed", "--passphrase-file", passphrase)

    assert not [path.name for path in (*store.data.iterdir(), *tmp_path.iterdir()) if "sealing" in path.name]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "passphrase", "sealed"]


def test_a_passphrase_that_is_too_short_makes_no_backup(run: Run, evening: Evening, tmp_path: Path) -> None:
    evening("tonight")
    short = tmp_path / "short"
    short.write_text("secret")

    told = run("backup", tmp_path / "sealed", "--passphrase-file", short)

    assert told.exit_code == 1
    assert "at least 12" in told.output
    assert not (tmp_path / "sealed").exists()


@pytest.mark.usefixtures("sealed")
def test_that_it_was_made_is_in_the_audit_log_at_the_next_look(forgetting: Forgetting, read: Write) -> None:
    looked: list[float] = []
    for _ in range(2):
        forgetting.go_on(looked.append, lambda: len(looked) % 2 == 0)

    made = read(audit_log.read, Wanted(action="backup_made"))
    assert [(entry.actor, entry.action) for entry in made] == [("console", "backup_made")]


def test_a_note_that_says_something_else_is_left_alone(
    store: Store, forgetting: Forgetting, read: Write, evening: Evening
) -> None:
    evening("tonight")
    console_notes.leave(store.data, "backup_made", at=NOW)
    (store.data / "notes" / f"{NOW}.anything_else").touch()
    (store.data / "notes" / "yesterday.backup_made").touch()

    console_notes.take_in(store.data, forgetting.writer)

    assert len(read(audit_log.read, Wanted(action="backup_made"))) == 1
    assert len(list((store.data / "notes").iterdir())) == 2
