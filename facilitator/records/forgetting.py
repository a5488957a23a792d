"""Lets go, empties the write-ahead log, and then looks in the files themselves whether it is gone."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from facilitator.records.byte_search import files_of, remains
from facilitator.records.purging import Purge, purge, would_go
from facilitator.records.retention import Keep
from facilitator.storage.database import Store
from facilitator.storage.writer import Writer

Elsewhere = Callable[[Callable[[], Any]], Any]


@dataclass(frozen=True)
class Forgotten:
    """What went, and which files still hold pieces of it (how many). None of them, if all is well."""

    went: Purge
    left: dict[Path, int]


@dataclass
class Forgetting:
    """`elsewhere` makes a slow call where it holds nobody up. `backups`: a folder to search as well."""

    store: Store
    writer: Writer
    keep: Keep
    clock: Callable[[], int]
    elsewhere: Elsewhere = lambda call: call()
    backups: Path | None = None

    def would_go(self) -> Purge:
        with self.store.reading() as conn:
            return would_go(conn, self.clock(), self.keep)

    def forget(self, *, by: str) -> Forgotten:
        """Let go of whatever is due now. Returns when the files have been searched."""
        if self.would_go().is_empty:
            return Forgotten(Purge((), 0, 0), {})
        went = self.writer.wait(partial(purge, now=self.clock(), keep=self.keep, by=by))
        return Forgotten(went, self.left(went.canaries))

    def let_go(self, job: Callable[[Connection], set[bytes]]) -> dict[Path, int]:
        """Let go of something that was asked for, not due: `job` gives its canaries. Which files still hold any."""
        return self.left(frozenset(self.writer.wait(job)))

    def left(self, canaries: frozenset[bytes]) -> dict[Path, int]:
        if not canaries:
            return {}
        self.writer.rebuild()
        found: dict[Path, int] = self.elsewhere(lambda: remains(files_of(self.store.data, self.backups), canaries))
        return found
