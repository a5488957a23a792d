"""The migrations lead to the tables of `tables.py`, all or nothing, and a newer store is left alone."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import create_engine, inspect

from facilitator.errors import Refused
from facilitator.people import seats
from facilitator.storage.database import _MIGRATING, _MIGRATIONS, Store, _engine, migrate, open_store
from facilitator.storage.tables import metadata


def test_the_migrations_build_the_tables_of_the_code(store: Store) -> None:
    with store.reading() as conn:
        assert compare_metadata(MigrationContext.configure(conn), metadata) == []


def test_the_migrations_build_the_same_checks_keys_and_cascades(store: Store) -> None:
    fresh = create_engine("sqlite://")
    metadata.create_all(fresh)
    with store.reading() as migrated, fresh.connect() as made:
        for table in metadata.sorted_tables:
            for ask in ("get_check_constraints", "get_foreign_keys", "get_pk_constraint", "get_unique_constraints"):
                told = [
                    sorted(map(str, [found] if isinstance(found, dict) else found))
                    for found in (getattr(inspect(conn), ask)(table.name) for conn in (migrated, made))
                ]
                assert told[0] == told[1], (table.name, ask)


def test_no_migration_leaves_the_order_of_constraints_to_chance() -> None:
    """Alembic's batches keep constraints in a set; two files of the same evening would differ in every second run."""
    written = {path.name: path.read_text() for path in (_MIGRATIONS / "versions").glob("v*.py")}

    assert len(written) >= 5
    assert [name for name, text in written.items() if "batch_alter_table" in text] == []


def test_sealed_answers_have_no_rowid_and_no_time(store: Store) -> None:
    raw = sqlite3.connect(store.path)
    with pytest.raises(sqlite3.OperationalError, match="rowid"):
        raw.execute("SELECT rowid FROM sealed_answers")
    columns = {row[1] for row in raw.execute("PRAGMA table_info(sealed_answers)")}
    raw.close()

    assert columns == {"id", "live_session", "run", "body"}


def test_opening_again_changes_nothing(store: Store) -> None:
    before = store.path.read_bytes()
    open_store(store.data).close()

    assert store.path.read_bytes() == before


def test_a_store_of_a_newer_version_is_left_alone(store: Store) -> None:
    raw = sqlite3.connect(store.path, isolation_level=None)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()

    with pytest.raises(Refused, match="newer_store"):
        open_store(store.data)


def test_a_migration_that_stops_halfway_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "facilitator.sqlite"
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("CREATE TABLE answers (in_the_way)")
    with pytest.raises(Exception, match="already exists"):
        migrate(path)
    left = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    raw.close()

    assert left == {"answers"}


def test_a_migration_that_would_leave_rows_referring_to_nothing_does_not_happen(store: Store) -> None:
    raw = sqlite3.connect(store.path, isolation_level=None)
    raw.execute("INSERT INTO texts VALUES ('text', 'no such evening', x'00')")
    raw.close()

    with pytest.raises(RuntimeError, match="refers to nothing"):
        migrate(store.path)


def test_a_table_can_be_rebuilt_without_losing_what_refers_to_it(
    store: Store, write: Callable[..., Any], read: Callable[..., Any], tonight: str
) -> None:
    engine = _engine(store.path, None, _MIGRATING, "BEGIN IMMEDIATE")
    with (
        engine.begin() as conn,
        Operations(MigrationContext.configure(conn)).batch_alter_table("live_sessions", recreate="always"),
    ):
        pass
    engine.dispose()

    assert len(read(seats.of_live_session, tonight)) == 2


def test_a_data_folder_that_cannot_be_used_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "a file").touch()

    with pytest.raises(Refused, match="cannot be used"):
        open_store(tmp_path / "a file" / "data")
