"""Looks for bytes in files: whether what was let go of is really nowhere any more. Knows no table."""

import mmap
from collections.abc import Iterable, Iterator
from pathlib import Path

_SLICE, _STRIDE = 24, 200


def slices(value: bytes) -> Iterator[bytes]:
    """Pieces of a locked value to look for. Several: a page of the store may end in the middle of one.

    What comes before a value's random part (its form and key id) is the same for many, and left out.
    """
    body = value[5:]
    if len(body) <= _SLICE:
        yield body
        return
    yield from (body[at : at + _SLICE] for at in range(0, len(body) - _SLICE + 1, _STRIDE))
    yield body[-_SLICE:]


def remains(files: Iterable[Path], wanted: Iterable[bytes]) -> dict[Path, int]:
    """How many of the wanted pieces each file still holds; files that hold none are left out."""
    pieces = frozenset(wanted)
    found = {file: _held(file, pieces) for file in files}
    return {file: count for file, count in found.items() if count}


def files_of(data: Path, backups: Path | None) -> list[Path]:
    """The store, its write-ahead log, older ones put aside, and every file below the folder of backups."""
    store = [path for path in sorted(data.glob("*.sqlite*")) if path.is_file()]
    return store + (sorted(path for path in backups.rglob("*") if path.is_file()) if backups else [])


def _held(path: Path, pieces: frozenset[bytes]) -> int:
    if path.stat().st_size == 0:
        return 0
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return sum(content.find(piece) >= 0 for piece in pieces)
