"""Encrypted columns: what a person is called or wrote lies in the database only as a locked value.

A locked value opens only in the very place it was made for (table, column and row are its associated
data), so that moving it to another row does not put somebody's words under somebody else's name.
It begins with the id of its key, so that keys can be changed later while old values still open.
"""

import json
from collections.abc import Callable
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Column, Connection, LargeBinary
from sqlalchemy.types import TypeDecorator

from facilitator.errors import Refused
from facilitator.storage.keys import KEY_ID_BYTES, Keys

RandomBytes = Callable[[int], bytes]

_FORM = b"\x01"
_NONCE_BYTES = 12
_HEAD = len(_FORM) + KEY_ID_BYTES + _NONCE_BYTES


class Locked(bytes):
    """A value as it lies in an encrypted column: form, key id, nonce, ciphertext with its tag."""


class Encrypted(TypeDecorator[Locked]):
    """The column type of names, composed words and jottings. It takes nothing but `Locked` values."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Locked | None, dialect: Any) -> bytes | None:
        if value is not None and not isinstance(value, Locked):
            raise TypeError("An encrypted column takes only what `fields.lock` made.")
        return None if value is None else bytes(value)

    def process_result_value(self, value: bytes | None, dialect: Any) -> Locked | None:
        return None if value is None else Locked(value)


class FieldLocks:
    """Locks and opens values with the keys of this store. Travels with its connections.

    `random_bytes` gives nonces, ids and tokens; tests pass a seeded one.
    """

    def __init__(self, keys: Keys, random_bytes: RandomBytes) -> None:
        self.keys = keys
        self.random_bytes = random_bytes
        self._ciphers: dict[bytes, AESGCM] = {}

    def lock(self, place: bytes, text: str) -> Locked:
        nonce = self.random_bytes(_NONCE_BYTES)
        body = self._cipher(self.keys.newest).encrypt(nonce, text.encode(), place)
        return Locked(_FORM + self.keys.newest_id + nonce + body)

    def _cipher(self, key: bytes) -> AESGCM:
        """Made once for each key: making it costs as much as using it."""
        if key not in self._ciphers:
            self._ciphers[key] = AESGCM(key)
        return self._ciphers[key]

    def open(self, place: bytes, locked: Locked) -> str:
        key_id, nonce = locked[1 : 1 + KEY_ID_BYTES], locked[1 + KEY_ID_BYTES : _HEAD]
        key = self.keys.by_id(key_id)
        if locked[:1] != _FORM or key is None:
            raise Refused("key_missing", "Part of the record was locked with a key that is not in the key file.")
        try:
            return self._cipher(key).decrypt(nonce, locked[_HEAD:], place).decode()
        except InvalidTag:
            raise Refused("damaged", "Part of the record cannot be opened: it was changed or moved.") from None


def locks_of(conn: Connection) -> FieldLocks:
    """The locks that travel with a connection of `database.Store`."""
    locks = conn.get_execution_options()["field_locks"]
    assert isinstance(locks, FieldLocks)  # noqa: S101 - only Store makes our connections
    return locks


def lock(conn: Connection, column: Column[Any], row: tuple[str, ...], text: str) -> Locked:
    """`text` locked for this column of the row with this primary key."""
    return locks_of(conn).lock(_place(column, row), text)


def open_locked(conn: Connection, column: Column[Any], row: tuple[str, ...], locked: Locked) -> str:
    """What `lock` was given. Raises `Refused` (`key_missing`, `damaged`) if it does not open here."""
    return locks_of(conn).open(_place(column, row), locked)


def _place(column: Column[Any], row: tuple[str, ...]) -> bytes:
    return json.dumps([column.table.name, column.name, *row]).encode()
