"""The folder of curricula as it lies on the disk. The only file of this room that opens files.

A file that was saved with an error in it keeps its last good version, and the error is told.
"""

import os
import posixpath
import threading
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from facilitator.curriculum.media import Files
from facilitator.curriculum.page_text import MOST_BYTES
from facilitator.curriculum.problems import Problem
from facilitator.curriculum.shelf import FRONT_PAGE, Read, Shelf, assemble, belongs, front_page, read_file

# A home directory given by mistake must not keep the server from starting.
MOST_FILES = 20_000
_DEEPEST_MEDIA = 4
_A_MOMENT = 0.02
"""Seconds between two questions whether somebody has read the library."""

Stamp = tuple[int, int, int, int]
"""What changes when a file is saved: its inode, its size, and both its times in nanoseconds."""


@dataclass
class _Sight:
    """What one look at the folder saw, by path below the root."""

    stamps: dict[str, Stamp] = field(default_factory=dict)
    files: dict[str, Files] = field(default_factory=dict)
    """All files of each curriculum, its media among them."""
    unopened: set[str] = field(default_factory=set)
    """Folders that could not be opened; the root is ''."""


class Library:
    """Reads the curricula below `root`, and again what changed. Safe to ask from any thread.

    `called` is what people are told the root is called; `only` limits it to what has these names in the root;
    `on_file` hears of every file that was read. With `wait` (called with seconds, lets others run) nothing is read yet:
    whoever first asks for the library waits until somebody has looked.
    """

    def __init__(
        self,
        root: Path,
        called: str | None = None,
        only: Collection[str] | None = None,
        on_file: Callable[[str], object] = lambda path: None,
        wait: Callable[[float], None] | None = None,
    ) -> None:
        self.root = root
        self._called = root.name if called is None else called
        self._only = only
        self._on_file = on_file
        self._lock = threading.Lock()
        self._sight = _Sight()
        self._read_as: dict[str, object] = {}
        self._now: dict[str, Read] = {}
        self._good: dict[str, Read] = {}
        self._unreadable: set[str] = set()
        self._shelf: Shelf | None = None
        self._wait = wait or time.sleep
        if wait is None:
            self.look_again()

    def snapshot(self) -> Shelf:
        """The library as it was last seen. It never changes under whoever holds it."""
        while self._shelf is None:
            if not self.look_again():
                self._wait(_A_MOMENT)
        return self._shelf

    def media_file(self, curriculum: str, name: str) -> Path | None:
        """The file of a picture or a sound in a curriculum's `media/`, if it was seen there."""
        self.snapshot()
        seen = self._sight.files.get(curriculum, {})
        return self.root / curriculum / "media" / name if f"media/{name}" in seen else None

    def look_again(self) -> bool:
        """Look at the folder and read what changed. True if the library is another than before.

        Whoever comes while another looks does not wait: under the server this lock may be a green one,
        and green locks hang when threads of the system wait for them.
        """
        if not self._lock.acquire(blocking=False):
            return False
        try:
            return self._seen_again()
        finally:
            self._lock.release()

    def _seen_again(self) -> bool:
        before, self._sight = self._sight, self._look()
        gone = [relative for relative in self._now if relative not in self._sight.stamps]
        for relative in gone:
            self._forget(relative)
        # Front pages come first: they say in which language the modules of their folder are.
        ordered = sorted(self._sight.stamps, key=lambda relative: (not relative.endswith(f"/{FRONT_PAGE}"), relative))
        read = [relative for relative in ordered if self._read_if_changed(relative)]
        if self._shelf is not None and not (gone or read or before.unopened != self._sight.unopened):
            return False
        self._shelf = self._assembled()
        return True

    def _assembled(self) -> Shelf:
        unopened = {self._path(relative): "This folder cannot be opened." for relative in self._sight.unopened}
        unreadable = {self._path(relative) for relative in self._unreadable} | unopened.keys()
        folders = [
            Problem(path, 1, 1, message, "Look whether it is there and may be read.")
            for path, message in unopened.items()
        ]
        return assemble(self._now, self._good, folders, sorted(unreadable), self._called)

    def _read_if_changed(self, relative: str) -> bool:
        folder = relative.rpartition("/")[0]
        files = self._sight.files.get(folder)
        language = front_page(folder, self._good).language
        # A module is read again, too, when a picture or a sound is another, or its curriculum changed its language.
        read_as: object = (self._sight.stamps[relative], files, language)
        if self._read_as.get(relative) == read_as:
            return False
        path = self._path(relative)
        self._unreadable.discard(relative)
        try:
            data, still = _bytes(self.root / relative, self._sight.stamps[relative])
        except OSError as wrong:
            self._unreadable.add(relative)
            self._now[relative] = Read(
                path,
                None,
                [Problem(path, 1, 1, f"This file cannot be read: {wrong.strerror}.", "Look whether it may be read.")],
            )
        else:
            read_as = read_as if still else None
            self._now[relative] = read_file(relative, data, path, language, files)
        self._read_as[relative] = read_as
        if self._now[relative].made is not None:
            self._good[relative] = self._now[relative]
        self._on_file(path)
        return True

    def _forget(self, relative: str) -> None:
        for known in (self._now, self._good, self._read_as):
            known.pop(relative, None)
        self._unreadable.discard(relative)

    def _path(self, relative: str) -> str:
        return posixpath.join(self._called, relative) if relative else self._called

    def _look(self) -> _Sight:
        sight = _Sight()
        for entry in self._entries("", sight):
            if self._only is not None and entry.name not in self._only:
                continue
            if entry.is_dir():
                if _is_curriculum(entry.name):
                    self._look_into(entry.name, sight)
            elif belongs(entry.name):
                _stamp(entry.name, entry, sight)
        self._keep_what_cannot_be_seen(sight)
        return sight

    def _look_into(self, folder: str, sight: _Sight) -> None:
        names: dict[str, int] = {}
        for entry in self._entries(folder, sight):
            names[entry.name] = 0
            if belongs(f"{folder}/{entry.name}") and entry.is_file():
                _stamp(f"{folder}/{entry.name}", entry, sight)
        sight.files[folder] = names | dict(_media(self.root / folder))

    def _entries(self, relative: str, sight: _Sight) -> list["os.DirEntry[str]"]:
        try:
            with os.scandir(self.root / relative) as entries:
                return [entry for entry, _ in zip(entries, range(MOST_FILES), strict=False)]
        except OSError:
            sight.unopened.add(relative)
            return []

    def _keep_what_cannot_be_seen(self, sight: _Sight) -> None:
        for relative, stamp in self._sight.stamps.items():
            folder = relative.rpartition("/")[0]
            if "" in sight.unopened or folder in sight.unopened:
                sight.stamps.setdefault(relative, stamp)
                if folder in self._sight.files:
                    sight.files[folder] = self._sight.files[folder]


def _is_curriculum(name: str) -> bool:
    return not name.startswith((".", "_"))


def _stamp(relative: str, entry: "os.DirEntry[str]", sight: _Sight) -> None:
    # A file may vanish between being listed and being looked at: then it is simply gone.
    with suppress(OSError):
        if entry.is_file():
            sight.stamps[relative] = _stamp_of(entry.stat())


def _stamp_of(seen: os.stat_result) -> Stamp:
    return seen.st_ino, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns


def _bytes(path: Path, stamp: Stamp) -> tuple[bytes, bool]:
    """What stands in the file, up to one byte more than may be read; and whether it still is the file that was seen."""
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
        return data, _stamp_of(os.fstat(file.fileno())) == stamp


def _media(folder: Path) -> Iterator[tuple[str, int]]:
    """Each file of `media/` by its path in the curriculum, with its bytes."""
    media = folder / "media"
    for inside, folders, names in os.walk(media):
        below = Path(inside).relative_to(folder)
        if len(below.parts) >= _DEEPEST_MEDIA:
            folders.clear()
        for name in names[:MOST_FILES]:
            # A file may vanish between being listed and being looked at.
            with suppress(OSError):
                yield (below / name).as_posix(), (Path(inside) / name).stat().st_size
