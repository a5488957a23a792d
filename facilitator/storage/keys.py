"""The key file: what opens the encrypted columns. It lies beside the database, never inside it or its backups."""

import json
import os
import secrets
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from facilitator.errors import Refused

KEY_ID_BYTES = 4
_KEY_BYTES = 32


@dataclass(frozen=True, repr=False)
class Keys:
    """`all` maps key id → key; new values are locked with `newest_id`.

    `lookup` keys the hashes by which an encrypted name (a sign-in name) is found again; it never changes.
    """

    all: Mapping[bytes, bytes]
    newest_id: bytes
    lookup: bytes

    @property
    def newest(self) -> bytes:
        return self.all[self.newest_id]

    def by_id(self, key_id: bytes) -> bytes | None:
        return self.all.get(bytes(key_id))


def key_path(data: Path, elsewhere: Path | None = None) -> Path:
    """In the data folder, unless the operator has named a file `elsewhere`."""
    return elsewhere or data / "keys" / "field.key"


def keys_for(
    data: Path,
    *,
    may_make: bool,
    elsewhere: Path | None = None,
    random_bytes: Callable[[int], bytes] = secrets.token_bytes,
) -> Keys:
    """The keys of this data folder; made at the first start.

    `may_make` is False once there is a database: new keys would open nothing of it.
    Raises `Refused` (`key_missing`, `key_open_to_others`, `key_damaged`).
    """
    path = key_path(data, elsewhere)
    if not path.exists():
        if not may_make:
            raise Refused("key_missing", f"The key file {path} is missing. Put back your copy of it, then start again.")
        _write_new(path, random_bytes, ours=elsewhere is None)
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise Refused("key_open_to_others", f"Other accounts can read the key file. Run: chmod 600 {path}")
    return _read(path)


def _read(path: Path) -> Keys:
    try:
        written = json.loads(path.read_text())
        return Keys(
            all={bytes.fromhex(key_id): bytes.fromhex(key) for key_id, key in written["keys"].items()},
            newest_id=bytes.fromhex(written["newest"]),
            lookup=bytes.fromhex(written["lookup"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Refused("key_damaged", f"The key file {path} cannot be read. Put back your copy of it.") from None


def _write_new(path: Path, random_bytes: Callable[[int], bytes], *, ours: bool) -> None:
    """`ours`: the folder is for the key alone. One that the operator named keeps its rights."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if ours:
        path.parent.chmod(0o700)
    key_id = random_bytes(KEY_ID_BYTES)
    write(path, Keys({key_id: random_bytes(_KEY_BYTES)}, key_id, random_bytes(_KEY_BYTES)))


def with_new_key(keys: Keys, random_bytes: Callable[[int], bytes]) -> Keys:
    """The same keys and one more, by which everything is locked from now on."""
    key_id = random_bytes(KEY_ID_BYTES)
    while key_id in keys.all:
        key_id = random_bytes(KEY_ID_BYTES)
    return Keys({**keys.all, key_id: random_bytes(_KEY_BYTES)}, key_id, keys.lookup)


def with_newest_only(keys: Keys) -> Keys:
    return Keys({keys.newest_id: keys.newest}, keys.newest_id, keys.lookup)


def write(path: Path, keys: Keys) -> None:
    """Put these keys in the place of those in the file, all at once; then overwrite what the old file held."""
    written = {
        "keys": {key_id.hex(): key.hex() for key_id, key in keys.all.items()},
        "newest": keys.newest_id.hex(),
        "lookup": keys.lookup.hex(),
    }
    unfinished = path.with_suffix(".new")
    unfinished.unlink(missing_ok=True)
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(written, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    old = os.open(path, os.O_RDWR) if path.exists() else None
    unfinished.rename(path)
    _settle(path.parent)
    if old is not None:
        _overwrite(old)


def _overwrite(handle: int) -> None:
    """A disk that writes elsewhere each time (most flash) may still hold the old bytes; `docs/privacy.md` says so."""
    try:
        os.pwrite(handle, bytes(os.fstat(handle).st_size), 0)
        os.fsync(handle)
    finally:
        os.close(handle)


def _settle(folder: Path) -> None:
    """A rename is only sure to survive a power cut once its folder is on the disk too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
