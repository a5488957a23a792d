"""Backups that only a passphrase opens: for copies that leave the machine. What is in them is `backing_up`'s affair."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator.errors import Refused
from facilitator.operating.backing_up import back_up, settle
from facilitator.storage.sealed_file import is_sealed, passphrase_of, seal_file, unseal_file


def back_up_sealed(data: Path, to: Path, passphrase_file: Path) -> int:
    """As `back_up`, sealed. The plain copy is made inside the data folder and never where the backup goes."""
    passphrase = passphrase_of(passphrase_file)
    if to.exists():
        raise Refused("exists", f"{to} is there already. Name a new file.")
    with _beside_the_store(data, ".sealing.sqlite") as plain:
        back_up(data, plain)
        try:
            seal_file(plain, to, passphrase)
            settle(to.parent)
        except OSError as problem:
            raise Refused("no_room", f"The backup could not be written to {to}: {problem.strerror}.") from problem
    return to.stat().st_size


@contextmanager
def opened(data: Path, backup: Path, passphrase_file: Path | None) -> Iterator[Path]:
    """The plain store of a backup: itself, or, while the body runs, what its passphrase opens."""
    if not backup.is_file() or not is_sealed(backup):
        yield backup
        return
    if passphrase_file is None:
        raise Refused("sealed", f"{backup} is sealed. Give the file with its passphrase: --passphrase-file.")
    with _beside_the_store(data, ".unsealing.sqlite") as plain:
        try:
            unseal_file(backup, plain, passphrase_of(passphrase_file))
        except OSError as problem:
            raise Refused("no_room", f"The backup could not be opened: {problem.strerror}.") from problem
        yield plain


@contextmanager
def _beside_the_store(data: Path, name: str) -> Iterator[Path]:
    """A place for a while, which a process that was killed may have left something in."""
    plain = data / name
    plain.unlink(missing_ok=True)
    try:
        yield plain
    finally:
        plain.unlink(missing_ok=True)
