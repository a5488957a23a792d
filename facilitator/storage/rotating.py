"""Changes the key of the encrypted columns: a new key, every value locked again, the old key destroyed.

It may be killed at any moment and called again: as long as the key file holds two keys, a change is under way and
goes on where it stopped. Values of both keys open all the while.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Column, Connection, Table, func, select, tuple_, update

from facilitator.errors import Refused
from facilitator.storage import audit_log, keys
from facilitator.storage.database import Store
from facilitator.storage.fields import Encrypted, FieldLocks, Locked, lock, locks_of, open_locked
from facilitator.storage.keys import KEY_ID_BYTES
from facilitator.storage.tables import metadata
from facilitator.storage.writer import Writer

BATCH = 200
Row = tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """What `check` found: how many values there are under each key id (hex), and which do not open (place)."""

    values: dict[str, int]
    broken: tuple[str, ...]


def rotate(store: Store, *, at: int, tell: Callable[[int], None] = lambda done: None) -> int:
    """Change the key; gives how many values were locked again. Whoever calls it holds the data folder's lock.

    `tell` is told how many are done, batch by batch. Raises `Refused("damaged")` before anything is lost if a value
    does not open.
    """
    path, known = store.key_file, store.locks.keys
    if len(known.all) == 1:
        known = keys.with_new_key(known, store.locks.random_bytes)
        keys.write(path, known)
    store.locks.keys = known
    writer = Writer(store, step=True)
    try:
        done = 0
        for table, column in encrypted_columns():
            while count := writer.wait(partial(_lock_again, table=table, column=column)):
                done += count
                tell(done)
        writer.wait(lambda conn: audit_log.append(conn, "keys_rotated", by="console", at=at))
        # What the old key locked must not lie on in pages that are no longer used.
        writer.rebuild()
    finally:
        writer.stop()
    _must_be_alone(check(store), known.newest_id)
    store.locks.keys = keys.with_newest_only(known)
    keys.write(path, store.locks.keys)
    return done


def check(store: Store) -> Found:
    """Open every encrypted value, to see whether the key file fits the store."""
    values: Counter[str] = Counter()
    broken: list[str] = []
    with store.reading() as conn:
        for table, column in encrypted_columns():
            for row, locked in _values(conn, table, column):
                values[_key_id(locked).hex()] += 1
                try:
                    open_locked(conn, column, row, locked)
                except Refused:
                    broken.append(f"{table.name}.{column.name} of {'/'.join(row)}")
    return Found(dict(values), tuple(broken))


def encrypted_columns() -> list[tuple[Table, Column[Any]]]:
    return [
        (table, column)
        for table in metadata.sorted_tables
        for column in table.c
        if isinstance(column.type, Encrypted)
    ]  # fmt: skip


def _lock_again(conn: Connection, table: Table, column: Column[Any]) -> int:
    """One batch, in a transaction of its own; 0 when every value of the column is locked with the newest key."""
    locks: FieldLocks = locks_of(conn)
    old = func.substr(column, 2, KEY_ID_BYTES) != locks.keys.newest_id
    found = list(_values(conn, table, column, old, most=BATCH))
    for row, locked in found:
        again = lock(conn, column, row, open_locked(conn, column, row, locked))
        conn.execute(update(table).where(_is_row(table, row)).values({column: again}))
    return len(found)


def _values(
    conn: Connection, table: Table, column: Column[Any], wanted: Any = True, most: int | None = None
) -> Iterator[tuple[Row, Locked]]:
    key = list(table.primary_key)
    rows = conn.execute(select(*key, column).where(column.is_not(None), wanted).order_by(*key).limit(most))
    return ((tuple(str(part) for part in row[:-1]), row[-1]) for row in rows.fetchall())


def _is_row(table: Table, row: Row) -> Any:
    return tuple_(*table.primary_key) == tuple_(*row)


def _key_id(locked: Locked) -> bytes:
    return bytes(locked[1 : 1 + KEY_ID_BYTES])


def _must_be_alone(found: Found, newest: bytes) -> None:
    """The old key is the last way to open what it locked: it goes only when nothing of it is left."""
    if found.broken or set(found.values) - {newest.hex()}:
        raise Refused("damaged", "Part of the record could not be locked with the new key. The old key is still there.")
