"""What the tests of this room share: a main store, a room of seats, and a run played from a script.

Everything random is seeded, so that a run can be played twice and compared byte by byte.
"""

import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from facilitator.privacy.sealed import Said
from facilitator.privacy.sealing import SealedRun, Wave
from facilitator.privacy.shelf import Nowhere
from facilitator.privacy.staging import Staging

SIZE = 256
K = 4
SEATS = ("ana", "ben", "chris", "dee", "eli", *(f"seat-{n}" for n in range(6, 13)))

MakeRun = Callable[[Staging, int], SealedRun]


def answer(revision: int, words: str) -> Said:
    return Said("answer", revision, {"words": words})


def passes(revision: int) -> Said:
    return Said("pass", revision)


def seeded(seed: int) -> Random:
    """Chance that can be had again; the product takes the system's."""
    return Random(seed)  # noqa: S311


class Store:
    """The main store as far as sealed answers go: a real SQLite database."""

    def __init__(self, path: Path | str = ":memory:") -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("pragma synchronous = off")  # Outlives a kill, which is all that is tested here.
        self._db.execute("create table if not exists waves (id text primary key)")
        self._db.execute("create table if not exists answers (id text primary key, body text)")

    def write(self, wave: Wave, before_commit: Callable[[], None] = lambda: None) -> None:
        """A wave's answers and its id in one transaction."""
        self._db.execute("begin immediate")
        self._db.execute("insert into waves values (?)", (wave.id,))
        rows = [(row.id, json.dumps(row.answer)) for row in wave.answers]
        self._db.executemany("insert into answers values (?, ?)", rows)
        before_commit()
        self._db.execute("commit")

    def waves(self) -> list[str]:
        return [row[0] for row in self._db.execute("select id from waves")]

    def rows(self) -> list[tuple[str, str]]:
        """(id, words) in the order of the rows."""
        found = self._db.execute("select id, body from answers order by rowid")
        return [(row[0], json.loads(row[1])["words"]) for row in found]

    def words(self) -> list[str]:
        return sorted(words for _, words in self.rows())

    def image(self) -> bytes:
        """Every byte of the database file."""
        return self._db.serialize()

    def close(self) -> None:
        self._db.close()


def in_process(seed: int) -> Staging:
    """Staging that only the process holds, with seeded keys and nonces."""
    return Staging(Nowhere(), seeded(seed).randbytes)


@dataclass(frozen=True)
class Spoken:
    """One thing said by a seat."""

    seat: str
    said: Said


@dataclass
class Played:
    """What a run left behind for those who look: the bytes of the store, its rows, the counter at each tick."""

    image: bytes
    rows: list[tuple[str, str]]
    wave_sizes: list[int]
    counter: list[str]
    frame_sizes: dict[str, int] = field(default_factory=dict)


def play(rounds: Sequence[Sequence[Spoken]], present: int, seed: int, make: MakeRun = SealedRun, k: int = K) -> Played:
    """Play a run: after each round of things said comes a tick, at the end the close."""
    staging, chance = in_process(seed), seeded(seed + 1)
    run, sizes, counter = make(staging, SIZE), list[int](), list[str]()
    with closing(Store()) as store:
        for spoken in rounds:
            for one in spoken:
                run.say(one.seat, one.said)
            counter.append(run.how_many(present))
            _store(store, run, run.wave(present, k, chance), sizes)
        frame_sizes = {slot.hex(): len(frame) for slot, frame in staging.frames.items()}
        _store(store, run, run.close(k, chance), sizes)
        run.destroy()
        return Played(store.image(), store.rows(), sizes, counter, frame_sizes)


def _store(store: Store, run: SealedRun, wave: Wave | None, sizes: list[int]) -> None:
    if wave is not None:
        store.write(wave)
        run.committed()
        sizes.append(len(wave.answers))
