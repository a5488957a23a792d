"""A file that only a passphrase opens: for backups that leave the machine. Knows nothing of what is in it.

Form: a head (mark, the cost of Argon2id, salt, first part of the nonce), then pieces of 64 KiB, each encrypted with
AES-256-GCM. A piece's nonce holds its number and whether it is the last, and the head is its associated data: a file
that was cut short, put in another order, continued or given another head does not open.
"""

import os
import secrets
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from facilitator.errors import Refused

SHORTEST_PASSPHRASE = 12

_MARK = b"facilitator sealed file 1\n"
_COST = struct.Struct(">III")
_PASSES, _KIBIBYTES, _LANES = 3, 256 * 1024, 4
_MOST_PASSES, _MOST_KIBIBYTES, _MOST_LANES = 16, 2 * 1024 * 1024, 16
_SALT, _PREFIX, _TAG = 16, 7, 16
_PIECE = 64 * 1024
RandomBytes = Callable[[int], bytes]


def passphrase_of(path: Path) -> bytes:
    """The passphrase that a file holds, without the line's end. Raises `Refused` (`passphrase_file`, `passphrase`)."""
    try:
        told = path.read_bytes().strip()
    except OSError as problem:
        raise Refused("passphrase_file", f"The passphrase file {path} cannot be read: {problem.strerror}.") from problem
    if len(told) < SHORTEST_PASSPHRASE:
        raise Refused(
            "passphrase", f"The passphrase must have at least {SHORTEST_PASSPHRASE} signs. Use several words."
        )
    return told


def is_sealed(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_MARK)) == _MARK


def seal(
    source: BinaryIO, target: BinaryIO, passphrase: bytes, random_bytes: RandomBytes = secrets.token_bytes
) -> None:
    """Encrypt all of `source` into `target`."""
    cost, salt, prefix = _COST.pack(_PASSES, _KIBIBYTES, _LANES), random_bytes(_SALT), random_bytes(_PREFIX)
    head = _MARK + cost + salt + prefix
    cipher = _cipher(passphrase, salt, cost)
    target.write(head)
    target.writelines(
        cipher.encrypt(_nonce(prefix, number, is_last), piece, head)
        for number, piece, is_last in _pieces(source, _PIECE)
    )


def unseal(source: BinaryIO, target: BinaryIO, passphrase: bytes) -> None:
    """Decrypt all of `source` into `target`. Raises `Refused` (`not_sealed`, `not_opened`).

    What `target` holds then counts for nothing: the end of the file was not reached, so throw it away.
    """
    head = source.read(len(_MARK) + _COST.size + _SALT + _PREFIX)
    cost, salt, prefix = _read_head(head)
    cipher = _cipher(passphrase, salt, cost)
    for number, piece, is_last in _pieces(source, _PIECE + _TAG):
        try:
            target.write(cipher.decrypt(_nonce(prefix, number, is_last), piece, head))
        except InvalidTag:
            why = "It does not open with this passphrase." if number == 0 else "It was damaged or cut short."
            raise Refused("not_opened", f"This sealed file cannot be read. {why}") from None


def seal_file(source: Path, target: Path, passphrase: bytes) -> None:
    """Encrypt a file. `target` is there only once it is whole, and nobody but its owner may read it."""
    _whole(target, source, lambda read, write: seal(read, write, passphrase))


def unseal_file(source: Path, target: Path, passphrase: bytes) -> None:
    """Decrypt a file. `target` is there only once every piece was checked. Raises `Refused`."""
    _whole(target, source, lambda read, write: unseal(read, write, passphrase))


def _whole(target: Path, source: Path, write: Callable[[BinaryIO, BinaryIO], None]) -> None:
    unfinished = target.with_name(f"{target.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        with (
            source.open("rb") as read,
            os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file,
        ):
            write(read, file)
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _read_head(head: bytes) -> tuple[bytes, bytes, bytes]:
    after = len(_MARK) + _COST.size
    if head[: len(_MARK)] != _MARK or len(head) != after + _SALT + _PREFIX:
        raise Refused("not_sealed", "This is not a file that Facilitator sealed, or its beginning is damaged.")
    return head[len(_MARK) : after], head[after : after + _SALT], head[after + _SALT :]


def _cipher(passphrase: bytes, salt: bytes, cost: bytes) -> AESGCM:
    passes, kibibytes, lanes = _COST.unpack(cost)
    # A made-up head must not be able to ask for more memory than there is.
    if not (0 < passes <= _MOST_PASSES and 0 < lanes <= _MOST_LANES and 8 * lanes <= kibibytes <= _MOST_KIBIBYTES):
        raise Refused("not_sealed", "This is not a file that Facilitator sealed, or its beginning is damaged.")
    key = hash_secret_raw(
        passphrase, salt, time_cost=passes, memory_cost=kibibytes, parallelism=lanes, hash_len=32, type=Type.ID
    )
    return AESGCM(key)


def _nonce(prefix: bytes, number: int, is_last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([is_last])


def _pieces(source: BinaryIO, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """(number, piece, whether it is the last). There is always a last piece; of an empty source it is empty."""
    number, piece = 0, source.read(size)
    while True:
        following = source.read(size)
        yield number, piece, not following
        if not following:
            return
        number, piece = number + 1, following
