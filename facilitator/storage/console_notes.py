"""Deeds of the console beside a running server, left in the data folder until the server's writer takes them in.

The store has one writer, and a command beside it may not write. So it leaves a note, and the audit log has the entry
at the next look (within the hour, or at the next start).
"""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from facilitator.storage import audit_log
from facilitator.storage.audit_log import DEEDS, Deed
from facilitator.storage.writer import Writer


def leave(data: Path, deed: Deed, *, at: int) -> None:
    """Note a deed of the console. `at`: ms, UTC."""
    folder = _folder(data)
    folder.mkdir(mode=0o700, exist_ok=True)
    with os.fdopen(os.open(folder / f"{at}.{deed}", os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
        os.fsync(file.fileno())


def take_in(data: Path, writer: Writer) -> None:
    """Write what was noted into the audit log. Raises `Refused` where it cannot be stored; then it stays noted."""
    for note, deed, at in list(_notes(data)):
        writer.wait(partial(_append, deed=deed, at=at))
        note.unlink()


def _append(conn: Connection, deed: Deed, at: int) -> None:
    audit_log.append(conn, deed, by="console", at=at)


def _notes(data: Path) -> Iterator[tuple[Path, Deed, int]]:
    for note in sorted(_folder(data).glob("*.*")):
        at, _, told = note.name.partition(".")
        deed = next((known for known in DEEDS if known == told), None)
        if deed is not None and at.isdecimal():
            yield note, deed, int(at)


def _folder(data: Path) -> Path:
    return data / "notes"
