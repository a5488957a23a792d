"""Looks a server over: disk, clock, store, key, memory. Each finding says what to do. Changes nothing, names nobody."""

import os
import shutil
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from cryptography import x509

from facilitator.config import Config
from facilitator.errors import Refused
from facilitator.operating.backing_up import key_ids, reading
from facilitator.privacy.tmpfs import staging_root, swap_is_on
from facilitator.storage.database import database_path
from facilitator.storage.keys import key_path, keys_for

LITTLE_ROOM, HARDLY_ANY = 1_000_000_000, 100_000_000
"""Bytes free on the disk of the data folder."""
SOON = timedelta(days=21)

Grade = Literal["well", "look", "mend"]


@dataclass(frozen=True)
class Finding:
    """`mend`: it will not work, or not safely. `look`: better so than not. `well`: nothing to do."""

    grade: Grade
    what: str
    do: str = ""


def look_over(config: Config, environ: Mapping[str, str], now: int) -> Iterator[Finding]:
    """Every finding, in the order of the looks. `now`: ms UTC."""
    yield Finding("well", "The settings can be read.")
    yield from _data(config.data)
    yield from _disk(config.data)
    yield from _clock(config.data, now)
    yield from _key(config.data, config.key_file)
    yield from _store(config.data)
    yield from _memory(config.data, environ)
    yield from _certificate(config, datetime.fromtimestamp(now / 1000, UTC))


def _data(data: Path) -> Iterator[Finding]:
    if not data.exists():
        yield Finding("look", f"There is no data folder {data} yet.", "It is made at the first start.")
    elif stat.S_IMODE(data.stat().st_mode) & 0o077:
        yield Finding("look", f"Other accounts can look into {data}.", f"Run: chmod 700 {data}")
    elif not os.access(data, os.W_OK):
        yield Finding("mend", f"This account may not write into {data}.", f"Run: chown -R $(id -un) {data}")
    else:
        yield Finding("well", f"The data folder is {data}.")


def _disk(data: Path) -> Iterator[Finding]:
    place = next(each for each in (data, *data.absolute().parents) if each.exists())
    free = shutil.disk_usage(place).free
    said = f"{free / 1_000_000_000:.1f} GB are free on the disk of {data}."
    if free < HARDLY_ANY:
        yield Finding("mend", said, "Make room: answers cannot be stored on a full disk.")
    elif free < LITTLE_ROOM:
        yield Finding("look", said, "Make room soon; backups on the same disk need as much again as the store.")
    else:
        yield Finding("well", said)


def _clock(data: Path, now: int) -> Iterator[Finding]:
    said = f"The clock says {time.strftime('%Y-%m-%d %H:%M', time.gmtime(now / 1000))} UTC."
    newest = _asked(database_path(data), "SELECT max(at) FROM events")
    if isinstance(newest, int) and newest > now:
        yield Finding("mend", f"{said} The store holds what happened later.", "Set the clock; timers go by it.")
    else:
        yield Finding("well", said)


def _key(data: Path, elsewhere: Path | None) -> Iterator[Finding]:
    path, store = key_path(data, elsewhere), database_path(data)
    if not path.exists() and not store.exists():
        return
    well = f"The key file {path} is whole, for this account alone, and fits the store."
    yield from _told(lambda: _fits(data, elsewhere), well)
    if path.resolve().is_relative_to(data.resolve()):
        yield Finding(
            "look",
            f"The key lies in {data}: whoever copies that folder has all that opens it.",
            "Stop the server, move the file to a place that no backup copies, and name it in FACILITATOR_KEY_FILE.",
        )


def _fits(data: Path, elsewhere: Path | None) -> None:
    known, path = keys_for(data, may_make=False, elsewhere=elsewhere).all.keys(), database_path(data)
    if path.exists() and not key_ids(path) <= known:
        raise Refused("key_missing", "Some of the store was locked with a key that is missing. Put back that key file.")


def _store(data: Path) -> Iterator[Finding]:
    path = database_path(data)
    if not path.exists():
        return
    found = _asked(path, "PRAGMA integrity_check(1)")
    loose = _asked(path, "SELECT count(*) FROM pragma_foreign_key_check")
    if found != "ok" or loose:
        yield Finding("mend", f"The store {path} is damaged.", "Stop the server and restore the newest backup.")
    else:
        yield Finding("well", f"The store is whole ({path.stat().st_size / 1_000_000:.1f} MB).")


def _memory(data: Path, environ: Mapping[str, str]) -> Iterator[Finding]:
    if staging_root(str(data.resolve()), environ) is None:
        yield Finding(
            "look",
            "There is no folder in memory for anonymous answers: a restart during such a question loses them.",
            "Mount a tmpfs at /dev/shm, or set XDG_RUNTIME_DIR to one.",
        )
    else:
        yield Finding("well", "Anonymous answers wait in memory, and outlive a restart of the server.")
    if swap_is_on():
        yield Finding("look", "Memory may be written to a disk, and keys with it.", "Turn swap off: swapoff -a")


def _certificate(config: Config, now: datetime) -> Iterator[Finding]:
    if config.tls_cert is None:
        return
    try:
        ends = x509.load_pem_x509_certificate(config.tls_cert.read_bytes()).not_valid_after_utc
    except (OSError, ValueError):
        yield Finding(
            "mend", f"The certificate {config.tls_cert} cannot be read.", "Name another in FACILITATOR_TLS_CERT."
        )
        return
    said = f"The certificate is good until {ends:%Y-%m-%d}."
    if ends < now:
        yield Finding("mend", f"The certificate ended on {ends:%Y-%m-%d}.", "Renew it: no phone will come in.")
    else:
        yield Finding("look", said, "Renew it soon.") if ends < now + SOON else Finding("well", said)


def _told(check: Callable[[], None], well: str) -> Iterator[Finding]:
    """A look that refuses says what is wrong and what to do in one."""
    try:
        check()
        yield Finding("well", well)
    except Refused as refused:
        yield Finding("mend", refused.message)


def _asked(path: Path, question: str) -> object:
    """The first value that the store answers; None if there is no store, or none that can be read."""
    if not path.exists():
        return None
    try:
        with reading(path) as conn:
            row = conn.execute(question).fetchone()
            return row[0] if row else None
    except sqlite3.Error:
        return None
