"""The files of one run in its 0700 folder: the key, one frame for each slot, and the ledger of waves.

Every file appears whole or not at all (written beside, then renamed), so a `kill -9` leaves no half file.
No fsync: the folder is in memory, and a power cut is meant to empty it. Every file's time is set to the
same moment, so a listing by time says nothing. Knows bytes and names only; what they mean is `staging.py`.
"""

import os
import shutil
from pathlib import Path

_ALWAYS = (0, 0)


class Shelf:
    """One run's folder. Raises OSError where the file system refuses (full, gone)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._frames = folder / "frames"
        for part in (folder, self._frames):
            part.mkdir(mode=0o700, exist_ok=True)
        self._beside = folder / ".new"
        self._beside.unlink(missing_ok=True)

    def read(self, name: str) -> bytes | None:
        """A file's bytes, or None where there is none."""
        try:
            return (self._folder / name).read_bytes()
        except FileNotFoundError:
            return None

    def write(self, name: str, content: bytes) -> None:
        self._put(self._folder / name, content)

    def frames(self) -> dict[bytes, bytes]:
        """Every frame by its slot, in the order of the slots: the order of a listing may be that of arrival."""
        return {bytes.fromhex(entry.name): entry.read_bytes() for entry in sorted(self._frames.iterdir())}

    def write_frame(self, slot: bytes, frame: bytes) -> None:
        self._put(self._frames / slot.hex(), frame)

    def shred_frame(self, slot: bytes) -> None:
        _shred(self._frames / slot.hex())

    def empty(self) -> None:
        """The key first: whatever a kill leaves behind after that cannot be read."""
        for name in ("key", ".new", "ledger"):
            _shred(self._folder / name)
        for entry in self._frames.iterdir():
            _shred(entry)

    def remove(self) -> None:
        self.empty()
        shutil.rmtree(self._folder)

    def _put(self, target: Path, content: bytes) -> None:
        handle = os.open(self._beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as beside:
            beside.write(content)
        os.utime(self._beside, _ALWAYS)
        self._beside.replace(target)
        os.utime(target.parent, _ALWAYS)


class Nowhere(Shelf):
    """The same without a folder: where no memory file system is found, only the process holds key and frames."""

    def __init__(self) -> None:
        pass

    def read(self, name: str) -> bytes | None:
        return None

    def write(self, name: str, content: bytes) -> None:
        pass

    def frames(self) -> dict[bytes, bytes]:
        return {}

    def write_frame(self, slot: bytes, frame: bytes) -> None:
        pass

    def shred_frame(self, slot: bytes) -> None:
        pass

    def empty(self) -> None:
        pass

    def remove(self) -> None:
        pass


def _shred(file: Path) -> None:
    """Overwritten in place, then unlinked, so that freed memory does not hold it until it is used again."""
    try:
        with file.open("r+b") as open_file:
            open_file.write(bytes(os.fstat(open_file.fileno()).st_size))
    except FileNotFoundError:
        return
    file.unlink()
