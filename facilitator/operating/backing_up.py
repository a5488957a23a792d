"""A copy of the store as it is at one moment, made while the server runs; and the way back from it.

The key that opens what people wrote is not in it: it is copied apart, and kept apart.
"""

import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from facilitator.errors import Refused
from facilitator.storage.database import database_path
from facilitator.storage.keys import KEY_ID_BYTES, key_path, keys_for

_LOCKED = (("names", "name"), ("agendas", "name"), ("live_sessions", "qr_secret"), ("answers", "body"))
"""Columns that are looked at to see which key a store was written with."""


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that can only read. The server may run beside it."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)) as conn:
        conn.execute("PRAGMA query_only = ON")
        conn.execute("PRAGMA temp_store = MEMORY")
        yield conn


def back_up(data: Path, to: Path) -> int:
    """Copy the store of this data folder into the new file `to`. Its size in bytes.

    Raises `Refused` (`no_store`, `exists`, `no_room`).
    """
    if not database_path(data).exists():
        raise Refused("no_store", f"There is nothing in {data} to back up. Name the data folder in FACILITATOR_DATA.")
    if to.exists():
        raise Refused("exists", f"{to} is there already. Name a new file.")
    unfinished = to.with_name(f".{to.name}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        # SQLite fills an empty file; made here so that nobody else may ever read it.
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with reading(database_path(data)) as conn:
            conn.execute("PRAGMA query_only = OFF")
            conn.execute("VACUUM INTO ?", (str(unfinished),))
        settle(unfinished)
        unfinished.rename(to)
        settle(to.parent)
    except (OSError, sqlite3.Error) as problem:
        unfinished.unlink(missing_ok=True)
        raise Refused("no_room", f"The backup could not be written to {to}: {problem}.") from problem
    return to.stat().st_size


def restore(data: Path, backup: Path, *, over: bool, key_file: Path | None = None) -> Path | None:
    """Put the store of `backup` in the place of this data folder's. Where the old one was put aside, if there was one.

    Whoever calls it holds the data folder's lock. Raises `Refused` (`no_backup`, `damaged`, `exists`, `key_missing`…).
    """
    check(backup)
    place = database_path(data)
    if place.exists() and not over:
        raise Refused("exists", f"{data} holds a store already. Say --over to put it aside and restore over it.")
    _fits_the_key(data, backup, key_file)
    unfinished = place.with_name(".restoring.sqlite")
    try:
        shutil.copyfile(backup, unfinished)
        unfinished.chmod(0o600)
        settle(unfinished)
        aside = _put_aside(place)
        unfinished.rename(place)
        settle(data)
    except OSError as problem:
        unfinished.unlink(missing_ok=True)
        raise Refused("no_room", f"The backup could not be restored to {data}: {problem.strerror}.") from problem
    return aside


def check(path: Path) -> None:
    """Raises `Refused` (`no_backup`, `damaged`) unless this is a whole store of ours."""
    if not path.is_file():
        raise Refused("no_backup", f"There is no file {path}.")
    try:
        with reading(path) as conn:
            found = conn.execute("PRAGMA integrity_check(1)").fetchone()[0]
            ours = conn.execute("SELECT count(*) FROM sqlite_master WHERE name = 'live_sessions'").fetchone()[0]
    except sqlite3.Error:
        found, ours = "unreadable", 1
    if not ours:
        raise Refused("no_backup", f"{path} is not a store of Facilitator.")
    if found != "ok":
        raise Refused("damaged", f"{path} is damaged and cannot be used. Take another backup.")


def key_ids(path: Path) -> set[bytes]:
    """Ids of the keys that a store was written with, as some of its rows show. Raises `Refused("damaged")`."""
    found: set[bytes] = set()
    try:
        with reading(path) as conn:
            for table, column in _LOCKED:
                # Names of ours, never somebody's words.
                rows = conn.execute(f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL LIMIT 50")  # noqa: S608
                found |= {bytes(row[0][1 : 1 + KEY_ID_BYTES]) for row in rows}
    except sqlite3.Error as problem:
        raise Refused("damaged", f"{path} is damaged and cannot be read.") from problem
    return found


def _fits_the_key(data: Path, backup: Path, key_file: Path | None) -> None:
    wanted = key_ids(backup)
    if wanted and not wanted <= keys_for(data, may_make=False, elsewhere=key_file).all.keys():
        raise Refused(
            "key_missing",
            f"The key in {key_path(data, key_file)} is not the one of this backup. Put back the key file of its time.",
        )


def _put_aside(place: Path) -> Path | None:
    """The old store with its log, under another name."""
    if not place.exists():
        return None
    aside = place.with_name(f"before-restore-{time.strftime('%Y%m%d-%H%M%S')}.sqlite")
    for part in ("-wal", "-shm", ""):
        old = Path(f"{place}{part}")
        if old.exists():
            old.rename(f"{aside}{part}")
    return aside


def settle(path: Path) -> None:
    """On the disk, so that a power cut does not undo it. For a file's name: settle its folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
