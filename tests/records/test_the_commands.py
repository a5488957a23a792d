"""What an operator types: the audit log verified, keys changed and checked, old things let go of."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from facilitator.cli import cli
from facilitator.records.retention import DAY
from facilitator.storage import keys, lock
from facilitator.storage.database import Store
from facilitator.storage.writer import Writer
from tests.records.conftest import NOW, Write

Run = Callable[..., Result]
Evening = Callable[..., str]


@pytest.fixture
def run(store: Store, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("keys", "check")`, with the data folder of the test and a clock two weeks after its evenings."""
    monkeypatch.setattr("facilitator.cli_record._now", lambda: NOW + 15 * DAY)
    environ = {"FACILITATOR_DATA": str(store.data), "FACILITATOR_KEEP_DAYS": "responses=14"}
    return lambda *words: CliRunner().invoke(cli, words, env=environ)


def test_the_audit_log_is_verified_while_a_server_runs(run: Run, evening: Evening, store: Store) -> None:
    evening("tonight")
    with lock.hold(store.data):
        told = run("audit", "verify")

    assert told.exit_code == 0
    assert "The audit log holds: 1 entries." in told.output
    known = told.output.split()[-1]
    assert run("audit", "verify", "--expect", known).exit_code == 0
    assert run("audit", "verify", "--expect", "1:" + "0" * 64).exit_code == 1


def test_an_audit_log_that_was_touched_is_told_of(run: Run, evening: Evening, write: Write) -> None:
    evening("tonight")
    write(lambda conn: conn.exec_driver_sql("DROP TRIGGER audit_entries_never_change"))
    write(lambda conn: conn.exec_driver_sql("UPDATE audit_entries SET actor = 'staff:mallory'"))

    told = run("audit", "verify")

    assert told.exit_code == 1
    assert "Entry 1 was changed." in told.output


def test_keys_are_changed_and_checked(run: Run, evening: Evening, store: Store) -> None:
    evening("tonight")
    (old,) = json.loads(keys.key_path(store.data).read_text())["keys"]
    assert old in run("keys", "check").output

    assert run("keys", "rotate").exit_code == 0

    told = run("keys", "check")
    assert (told.exit_code, old in told.output) == (0, False)


def test_a_value_that_does_not_open_is_told_of(run: Run, evening: Evening, write: Write) -> None:
    evening("tonight")
    write(lambda conn: conn.exec_driver_sql("UPDATE jottings SET body = zeroblob(60)"))

    told = run("keys", "check")

    assert told.exit_code == 1
    assert "jottings.body of tonight/okoye" in told.output
    assert run("keys", "rotate").exit_code == 1


@pytest.mark.parametrize("words", [("keys", "rotate"), ("purge",)])
def test_what_writes_refuses_while_a_server_runs(run: Run, store: Store, words: tuple[str, ...]) -> None:
    with lock.hold(store.data):
        told = run(*words)

    assert told.exit_code == 1
    assert "already running" in told.output


def test_a_purge_says_first_what_would_go_and_then_that_it_went(run: Run, evening: Evening) -> None:
    evening("tonight")

    assert "what the group answered, of 1 session: would go" in run("purge", "--dry-run").output
    told = run("purge")
    assert "what the group answered, of 1 session: went" in told.output
    assert "nothing of it is left" in told.output
    assert "Nothing is old enough to go." in run("purge").output


def test_a_purge_tells_of_a_backup_that_still_holds_it(
    run: Run, evening: Evening, store: Store, writer: Writer, tmp_path: Path
) -> None:
    evening("tonight")
    writer.rebuild()
    backups = tmp_path / "backups"
    backups.mkdir()
    (backups / "monday.sqlite").write_bytes(store.path.read_bytes())

    told = run("purge", "--backups", str(backups))

    assert told.exit_code == 1
    assert "monday.sqlite" in told.output


def test_looking_makes_nothing(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = CliRunner().invoke(cli, ["audit", "verify"], env={"FACILITATOR_DATA": str(tmp_path / "nowhere")})

    assert told.exit_code == 1
    assert "There is no record" in told.output
    assert not (tmp_path / "nowhere").exists()
