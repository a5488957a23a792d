"""R2: power cuts, as crash images of the real store made from its recorded writes and fsyncs."""

import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from facilitator.storage import answers, database, event_log
from facilitator.storage.database import open_store
from tests.faults.checker import Wrong
from tests.faults.crash_images import Image, images
from tests.faults.history import seeded
from tests.faults.outcome import Outcome
from tests.faults.recorded_evening import NAMED, STATE, an_evening
from tests.faults.recorder import Op, Recorder

EVERY = 100
"""One image in so many is opened by the product itself; the others by SQLite alone, which is faster."""


async def run(seed: int, *, cuts: int = 20_000, bug: str = "", mode: str = "") -> Outcome:
    """Play an evening over a recorded store, then cut its power `cuts` times. `mode` has no say here."""
    chance, outcome = seeded(seed), Outcome("R2", seed, "power cut: crash images, dropped, torn, reordered")
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        data = Path(name) / "data"
        ops = _recorded(data, chance, bug)
        told, place = _Told(), 0
        for cut, image in images(ops, chance, cuts):
            told.hear(ops[place:cut])
            place = cut
            _lay_out(data, image)
            outcome.counts["images"] += 1
            outcome.wrong += [Wrong("acknowledged is stored", what) for what in _missing(data, told)]
            if outcome.counts["images"] % EVERY == 0:
                _open_with_the_product(data, told)
            if outcome.wrong:
                break
    syncs = sum(op.what == "sync" for op in ops)
    outcome.goal = "the store opens and keeps every acknowledged answer"
    outcome.measured = f"{outcome.counts['images']} images of {len(ops)} writes and {syncs} fsyncs, all whole"
    return outcome


def _recorded(data: Path, chance: Random, bug: str) -> Sequence[Op]:
    recorder, writing = Recorder(data), database._WRITING
    if bug == "the_disk_is_not_waited_for":
        database._WRITING = (*writing[1:], "PRAGMA synchronous = OFF")
    try:
        with recorder.recording():
            an_evening(data, chance, recorder.mark)
    finally:
        database._WRITING = writing
    return recorder.ops


@dataclass
class _Told:
    """What people had been told when the power went."""

    named: dict[tuple[str, str], int] = field(default_factory=dict)
    version: int = 0
    sealed: dict[str, int] = field(default_factory=dict)

    def hear(self, ops: Sequence[Op]) -> None:
        for op in ops:
            match op.mark:
                case (kind, run, seat, revision) if kind == NAMED:
                    self.named[run, seat] = max(revision, self.named.get((run, seat), 0))
                case (kind, version, sealed) if kind == STATE:
                    self.version, self.sealed = version, sealed


def _lay_out(data: Path, image: Image) -> None:
    """The data folder as the power cut has left it. Keys are on another disk."""
    for path in data.glob("facilitator.sqlite*"):
        path.unlink()
    for name, content in image.items():
        (data / name).write_bytes(content)


def _missing(data: Path, told: _Told) -> Iterator[str]:
    """What people were told is stored, and is not."""
    with closing(sqlite3.connect(data / "facilitator.sqlite")) as conn:
        sound = conn.execute("PRAGMA integrity_check").fetchone()[0]
        if sound != "ok":
            yield f"the file is broken: {sound}"
        elif conn.execute("SELECT 1 FROM sqlite_master WHERE name = 'sealed_answers'").fetchone():
            yield from _rows_missing(conn, told)
        elif told.version:
            yield "the tables are gone"


def _rows_missing(conn: sqlite3.Connection, told: _Told) -> Iterator[str]:
    kept = {(run, seat): revision for run, seat, revision in conn.execute("SELECT run, seat, revision FROM answers")}
    versions = [version for (version,) in conn.execute("SELECT version FROM events ORDER BY version")]
    sealed = dict(conn.execute("SELECT run, count(*) FROM sealed_answers GROUP BY run").fetchall())
    if versions != list(range(1, len(versions) + 1)) or len(versions) < told.version:
        yield f"version {told.version} was told; the log holds {len(versions)}"
    for place, revision in told.named.items():
        if kept.get(place, 0) < revision:
            yield f"{place} was told revision {revision}; {kept.get(place)} is stored"
    for run, count in told.sealed.items():
        if sealed.get(run, 0) < count:
            yield f"{count} sealed answers of {run} were told; {sealed.get(run, 0)} are stored"


def _open_with_the_product(data: Path, told: _Told) -> None:
    """Raises what the product raises if it cannot open what the cut has left, or cannot read what is in it."""
    store = open_store(data)
    try:
        with store.reading() as conn:
            for live_session in [row[0] for row in conn.exec_driver_sql("SELECT id FROM live_sessions")]:
                assert len(event_log.read(conn, live_session)) >= told.version
                answers.of_live_session(conn, live_session)
    finally:
        store.close()
