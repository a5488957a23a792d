"""What a newer version makes of a store that an older one has written."""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config

from facilitator.storage.database import _MIGRATING, _MIGRATIONS, _engine, migrate


def as_of(revision: str, path: Path) -> None:
    """A database as that version left it."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    with _engine(path, None, _MIGRATING, "BEGIN IMMEDIATE").begin() as conn:
        config.attributes["connection"] = conn
        command.upgrade(config, revision)


def test_everybody_stays_a_facilitator_and_whoever_came_first_keeps_the_house(tmp_path: Path) -> None:
    path = tmp_path / "facilitator.sqlite"
    as_of("0002", path)
    raw = sqlite3.connect(path, isolation_level=None)
    for name, at in (("ben", 2), ("okoye", 1), ("dee", 3)):
        raw.execute("INSERT INTO staff VALUES (?, ?, '-', ?)", (name, name, at))
    raw.execute("INSERT INTO groups VALUES ('thursday', 'okoye', 1)")
    raw.execute("INSERT INTO group_staff VALUES ('thursday', 'dee')")
    raw.execute("INSERT INTO sign_ins VALUES ('hash', 'dee', 1, 1)")
    migrate(path)

    roles = raw.execute("SELECT staff, role FROM staff_roles ORDER BY staff, role").fetchall()
    assert roles == [
        ("ben", "facilitator"),
        ("dee", "facilitator"),
        ("okoye", "facilitator"),
        ("okoye", "operator"),
    ]
    assert raw.execute("SELECT supervises FROM group_staff").fetchall() == [(0,)]
    assert raw.execute("SELECT half FROM sign_ins").fetchall() == [(0,)]
    raw.close()


def test_a_store_without_anybody_gets_no_operator(tmp_path: Path) -> None:
    path = tmp_path / "facilitator.sqlite"
    as_of("0002", path)
    migrate(path)
    raw = sqlite3.connect(path)

    assert raw.execute("SELECT count(*) FROM staff_roles").fetchone() == (0,)
    raw.close()


def test_a_seat_keeps_its_answers_when_nobody_is_enrolled_any_more(tmp_path: Path) -> None:
    path = tmp_path / "facilitator.sqlite"
    as_of("0004", path)
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("INSERT INTO staff (id, sign_in_lookup, password_hash, created_at) VALUES ('okoye', 'okoye', '-', 1)")
    raw.execute("INSERT INTO groups VALUES ('thursday', 'okoye', 1)")
    raw.execute(
        "INSERT INTO live_sessions (id, 'group', qr_hash, qr_secret, phase, opened_at, k, agreement, rehearsal)"
        " VALUES ('tonight', 'thursday', 'qr', x'00', 'running', 1, 4, 'v1', 0)"
    )
    raw.execute("INSERT INTO members VALUES ('m1', 'thursday', 1)")
    raw.execute("INSERT INTO names VALUES ('member:m1', NULL, x'00'), ('seat:ana', 'tonight', x'01')")
    raw.execute("INSERT INTO seats VALUES ('ana', 'tonight', 'm1', 'ticket', 1, 'en')")
    raw.execute("INSERT INTO answers VALUES ('tonight', 'run', 'ana', 'a1', 1, 'pass', NULL, 0, 0, 1)")
    migrate(path)

    assert raw.execute("SELECT * FROM seats").fetchall() == [("ana", "tonight", "ticket", 1, "en")]
    assert raw.execute("SELECT owner FROM names").fetchall() == [("seat:ana",)]
    assert raw.execute("SELECT seat, did FROM answers").fetchall() == [("ana", "pass")]
    raw.close()
