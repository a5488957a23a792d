"""The database file: where it is, how it is opened, and how it is brought up to date.

Reading connections can only read; the one that writes belongs to `writer.Writer` alone.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.exc import OperationalError

from facilitator.errors import Refused
from facilitator.storage.fields import FieldLocks, RandomBytes
from facilitator.storage.keys import key_path, keys_for

_MIGRATIONS = Path(__file__).parent / "migrations"

_EVERY_CONNECTION = (
    "PRAGMA busy_timeout = 5000",
    # What spills over stays in memory: a temporary file would lie outside the data folder.
    "PRAGMA temp_store = MEMORY",
    "PRAGMA mmap_size = 0",
    # Two checkpointers can damage this SQLite's log; only the writer turns its own on.
    "PRAGMA wal_autocheckpoint = 0",
)
_READING = ("PRAGMA query_only = ON",)
_WRITING = (
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA wal_autocheckpoint = 1000",
    # What is erased is overwritten, not just forgotten.
    "PRAGMA secure_delete = ON",
)
# Rebuilding a table drops the old one; with its references on, everything that refers to it would go too.
_MIGRATING = ("PRAGMA journal_mode = WAL", *_WRITING, "PRAGMA foreign_keys = OFF")


@dataclass(frozen=True)
class Store:
    """An open data folder. Get one with `open_store`."""

    data: Path
    path: Path
    locks: FieldLocks
    _reading: Engine
    _writing: Engine
    key_file: Path

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection of its own for one piece of reading: one unchanging picture of the store, never a write.

        Made and closed by the thread that uses it; never kept and never handed to another thread.
        """
        with self._reading.connect() as conn:
            yield conn

    def connect_writer(self) -> Connection:
        """The connection that may write. Only `Writer` asks for it, and there is only one `Writer`.

        It says itself when a transaction begins and ends, to the driver: to SQLAlchemy it is one that never ends.
        """
        conn = self._writing.connect()
        conn.begin()
        return conn

    def new_id(self) -> str:
        """As `ids.new_id`, for whoever needs the id before there is a connection."""
        return self.locks.random_bytes(16).hex()

    def close(self) -> None:
        self._reading.dispose()
        self._writing.dispose()


def database_path(data: Path) -> Path:
    return data / "facilitator.sqlite"


def open_store(data: Path, *, key_file: Path | None = None, random_bytes: RandomBytes = os.urandom) -> Store:
    """Open the data folder, make what is missing, and bring the database up to date.

    `key_file`: where the operator keeps the key, if not in the data folder.

    `random_bytes` gives nonces, ids and tokens (tests pass a seeded one). Whoever will write holds
    `lock.hold(data)` first. Raises `Refused` (`key_missing`, `key_open_to_others`, `key_damaged`,
    `newer_store`, `no_room`).
    """
    path = database_path(data)
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        keys = keys_for(data, may_make=not path.exists(), elsewhere=key_file, random_bytes=random_bytes)
        locks = FieldLocks(keys, random_bytes)
        # SQLite gives its log the same permissions as the database.
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as problem:
        raise Refused("no_room", f"The data folder {data} cannot be used: {problem.strerror}.") from problem
    migrate(path)
    reading, writing = _engine(path, locks, _READING, "BEGIN"), _engine(path, locks, _WRITING, None)
    for engine in (reading, writing):
        # The first connection sets an engine up under a lock; later ones, on whatever thread, need none.
        with engine.connect():
            pass
    return Store(data, path, locks, reading, writing, key_path(data, key_file))


def open_to_read(data: Path, *, key_file: Path | None = None) -> Store:
    """Open a data folder to look only, also while a server runs with it. Nothing is made and nothing is migrated.

    Raises `Refused` (`no_store`, `not_current`, `key_missing`, `key_open_to_others`, `key_damaged`).
    """
    path = database_path(data)
    if not path.exists():
        raise Refused("no_store", f"There is no record in {data}. Name the data folder with FACILITATOR_DATA.")
    locks = FieldLocks(keys_for(data, may_make=False, elsewhere=key_file), os.urandom)
    engine = _engine(path, locks, _READING, "BEGIN")
    newest = ScriptDirectory.from_config(_alembic()).get_current_head()
    with engine.connect() as conn:
        if MigrationContext.configure(conn).get_current_revision() != newest:
            raise Refused("not_current", "This record was written by another version. Start the server with it first.")
    return Store(data, path, locks, engine, engine, key_path(data, key_file))


def migrate(path: Path) -> None:
    """Bring the database at `path` to the newest form. Either all of a migration happens or nothing of it."""
    engine = _engine(path, None, _MIGRATING, "BEGIN IMMEDIATE")
    config = _alembic()
    try:
        with engine.begin() as conn:
            config.attributes["connection"] = conn
            command.upgrade(config, "head")
            if conn.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise RuntimeError("The migrations left a row that refers to nothing.")
    except CommandError as problem:
        raise Refused(
            "newer_store",
            "This data folder was written by a newer Facilitator. Start the newer one, or use another data folder.",
        ) from problem
    finally:
        engine.dispose()


def _alembic() -> AlembicConfig:
    config = AlembicConfig()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


def _engine(path: Path, locks: FieldLocks | None, settings: tuple[str, ...], begin: str | None) -> Engine:
    """`begin`: how a transaction begins; None where whoever has the connection says that."""
    engine = create_engine(
        f"sqlite:///{path}",
        poolclass=NullPool,
        # An error never quotes what somebody wrote.
        hide_parameters=True,
        execution_options={"field_locks": locks},
    )

    def connected(raw: Any, _record: Any) -> None:
        # Python's driver would begin transactions by itself, late and without savepoints.
        raw.isolation_level = None
        for setting in (*_EVERY_CONNECTION, *settings):
            raw.execute(setting)

    def begun(conn: Connection) -> None:
        if begin is None:
            return
        # Said to the driver itself: with a tap alone, a tenth of what it costs to write.
        raw: Any = conn.connection.driver_connection
        try:
            raw.execute(begin)
        except sqlite3.OperationalError as problem:
            raise OperationalError(begin, None, problem) from problem

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)
    return engine
