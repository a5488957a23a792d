"""Writes down every write and every fsync that SQLite makes in this process; needs no compiler and no tracer.

A copy of SQLite's own file layer (its VFS) is registered as the default one, with five of its functions
replaced by ours; each writes down what is asked and then lets the original do it. So it is the product's
real store that is recorded, not a model of it. Reading, locking and shared memory are SQLite's own.
"""

import _sqlite3
import ctypes
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

What = Literal["open", "write", "sync", "truncate", "delete", "mark"]


@dataclass(frozen=True)
class Op:
    """One thing that happened to a file, or (`mark`) to the people who wait for it. `at`: offset or length."""

    what: What
    file: str = ""
    at: int = 0
    content: bytes = b""
    mark: Any = None


OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
DELETE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
SYNC = CFUNCTYPE(c_int, c_void_p, c_int)


class _Layer(Structure):
    """`sqlite3_vfs`: what every release since 2011 begins with; the rest is carried over as it is."""

    _fields_ = (
        ("version", c_int),
        ("file_size", c_int),
        ("longest_path", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", c_void_p),
        ("delete", c_void_p),
        ("others", c_void_p * 14),
    )


class _Methods(Structure):
    """`sqlite3_io_methods`, version 3."""

    _fields_ = (
        ("version", c_int),
        ("close", c_void_p),
        ("read", c_void_p),
        ("write", c_void_p),
        ("truncate", c_void_p),
        ("sync", c_void_p),
        ("others", c_void_p * 13),
    )


class _File(Structure):
    _fields_ = (("methods", POINTER(_Methods)),)


class Recorder:
    """`ops` grows while `recording()`. The store's files are named by the end of their path.

    Only files in `folder` are recorded: a store that something else has open in this process has files of the
    same names, and when it is closed its log is deleted.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self.ops: list[Op] = []
        # Asked through the module: whichever SQLite it was built with, inside or beside it, is the one that is used.
        self._sqlite = ctypes.CDLL(_sqlite3.__file__)
        self._sqlite.sqlite3_vfs_find.restype = POINTER(_Layer)
        self._files: dict[int, str] = {}
        self._alive: list[Any] = []
        self._ours: dict[int, Any] = {}

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Every database opened inside is recorded, for as long as it is open."""
        original = self._sqlite.sqlite3_vfs_find(None)
        ours = _Layer.from_buffer_copy(original.contents)
        ours.name = b"recording"
        ours.open = self._keep(OPEN(self._open_with(OPEN(original.contents.open))))
        ours.delete = self._keep(DELETE(self._delete_with(DELETE(original.contents.delete))))
        self._alive.append(ours)
        self._sqlite.sqlite3_vfs_register(ctypes.byref(ours), 1)
        try:
            self._check()
            yield
        finally:
            self._sqlite.sqlite3_vfs_register(original, 1)
            self._sqlite.sqlite3_vfs_unregister(ctypes.byref(ours))

    def mark(self, what: Any) -> None:
        """Somebody was told something now."""
        self.ops.append(Op("mark", mark=what))

    def _check(self) -> None:
        """Raises RuntimeError where recording does not work, rather than find nothing wrong with nothing."""
        before = len(self.ops)
        conn = sqlite3.connect("file:recorder-check?mode=memory", uri=True)
        conn.close()
        if self._sqlite.sqlite3_vfs_find(None).contents.name != b"recording" or len(self.ops) != before:
            raise RuntimeError("This Python's SQLite cannot be recorded.")

    def _is_ours(self, name: int) -> bool:
        return Path(ctypes.string_at(name).decode()).resolve().parent == self._folder

    def _keep(self, function: Any) -> int | None:
        """A function's address; it must outlive everything that may call it."""
        self._alive.append(function)
        return ctypes.cast(function, c_void_p).value

    def _open_with(self, original: Any) -> Any:
        def opened(layer: int, name: int, file: int, flags: int, out: int) -> int:
            result: int = original(layer, name, file, flags, out)
            if result == 0 and name and self._is_ours(name):
                self._files[file] = _path(name)
                self.ops.append(Op("open", self._files[file]))
                self._replace(ctypes.cast(file, POINTER(_File)))
            return result

        return opened

    def _replace(self, file: Any) -> None:
        """Give this open file our own write, truncate and sync."""
        theirs = file.contents.methods
        address = ctypes.addressof(theirs.contents)
        if address not in self._ours:
            ours = _Methods.from_buffer_copy(theirs.contents)
            ours.write = self._keep(WRITE(self._write_with(WRITE(theirs.contents.write))))
            ours.truncate = self._keep(TRUNCATE(self._truncate_with(TRUNCATE(theirs.contents.truncate))))
            ours.sync = self._keep(SYNC(self._sync_with(SYNC(theirs.contents.sync))))
            self._ours[address] = ours
        file.contents.methods = ctypes.pointer(self._ours[address])

    def _write_with(self, original: Any) -> Any:
        def write(file: int, content: int, length: int, at: int) -> int:
            self.ops.append(Op("write", self._files[file], at, ctypes.string_at(content, length)))
            return int(original(file, content, length, at))

        return write

    def _truncate_with(self, original: Any) -> Any:
        def truncate(file: int, length: int) -> int:
            self.ops.append(Op("truncate", self._files[file], length))
            return int(original(file, length))

        return truncate

    def _sync_with(self, original: Any) -> Any:
        def sync(file: int, flags: int) -> int:
            result = int(original(file, flags))
            self.ops.append(Op("sync", self._files[file]))
            return result

        return sync

    def _delete_with(self, original: Any) -> Any:
        def delete(layer: int, name: int, sync_folder: int) -> int:
            result = int(original(layer, name, sync_folder))
            if result == 0 and self._is_ours(name):
                self.ops.append(Op("delete", _path(name)))
            return result

        return delete


def _path(name: int) -> str:
    return Path(ctypes.string_at(name).decode()).name
