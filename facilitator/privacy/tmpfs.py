"""Finds a place for keys and staged answers that a power cut empties and a backup never holds.

Only a file system that the kernel itself calls tmpfs or ramfs will do: a name like /dev/shm proves nothing.
"""

import hashlib
import os
import stat
from collections.abc import Mapping
from pathlib import Path

_IN_MEMORY = {"tmpfs", "ramfs"}
_MOUNTS = Path("/proc/self/mountinfo")
_SWAPS = Path("/proc/swaps")
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108  (checked below: owner, mode and file system)


def staging_root(store: str, environ: Mapping[str, str], shared: Path = SHARED_MEMORY) -> Path | None:
    """A 0700 folder of our own in memory for the data folder `store`, or None: then keep it in the process.

    Two servers of one account (a demo beside the real one) get two folders, so that neither sweeps the other's.
    """
    name = "facilitator-" + hashlib.sha256(store.encode()).hexdigest()[:16]
    runtime = environ.get("XDG_RUNTIME_DIR")
    places = [Path(runtime)] if runtime else []
    for place in [*places, shared]:
        if in_memory(place) and (folder := _own_folder(place / f"{name}-{os.getuid()}")):
            return folder
    return None


def in_memory(folder: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether the kernel keeps this folder's files in memory. False where it cannot be known."""
    try:
        device = folder.stat().st_dev
        table = mounts.read_text()
    except OSError:
        return False
    wanted = f"{os.major(device)}:{os.minor(device)}"
    return any(_file_system(line, wanted) in _IN_MEMORY for line in table.splitlines())


def swap_is_on() -> bool:
    """Whether memory may be written to a disk: then keys may be too, and the operator should hear of it."""
    try:
        return len(_SWAPS.read_text().splitlines()) > 1
    except OSError:
        return False


def _file_system(line: str, device: str) -> str | None:
    """The type in one line of mountinfo: `id parent major:minor root at options… - type source options`."""
    before, _, after = line.partition(" - ")
    return after.split(" ", 1)[0] if before.split()[2:3] == [device] else None


def _own_folder(folder: Path) -> Path | None:
    """The folder, if it is ours alone. Anybody may write in /dev/shm, so one that was there may be a trap."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        seen = folder.lstat()
    except OSError:
        return None
    ours = stat.S_ISDIR(seen.st_mode) and seen.st_uid == os.getuid() and stat.S_IMODE(seen.st_mode) == 0o700
    return folder if ours and in_memory(folder) else None
