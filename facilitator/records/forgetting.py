"""Lets go, empties the write-ahead log, and then looks in the files themselves whether it is gone."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import Connection

from facilitator.errors import Refused
from facilitator.records.byte_search import files_of, remains
from facilitator.records.purging import Purge, purge, would_go
from facilitator.records.retention import Keep
from facilitator.storage import audit_log, console_notes
from facilitator.storage.database import Store
from facilitator.storage.writer import Writer

log = structlog.get_logger()

FIRST_LOOK, LOOK_EVERY = 60, 3600
"""Seconds: what is due goes within the hour."""

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
    _told: str = field(default="", init=False)

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

    def go_on(self, sleep: Callable[[float], None], over: Callable[[], bool] = lambda: False) -> None:
        """Forget, hour by hour, for as long as the server runs."""
        sleep(FIRST_LOOK)
        while not over():
            self._look()
            sleep(LOOK_EVERY)

    def _look(self) -> None:
        try:
            console_notes.take_in(self.store.data, self.writer)
            forgotten = self.forget(by="server")
        except Refused as refused:
            log.warning("nothing was let go of; it is tried again in an hour", why=refused.why)
            return
        self._say_where_the_audit_log_ends()
        if not forgotten.went.is_empty:
            log.info("let go of what was kept long enough", of_sessions=len(forgotten.went.gone))
        if forgotten.left:
            log.warning("some of what was let go of is still in files", files=[str(path) for path in forgotten.left])

    def _say_where_the_audit_log_ends(self) -> None:
        """In the server's own log, which may be sent to where nobody who can change the store can change it too."""
        with self.store.reading() as conn:
            ends = audit_log.head(conn)
        if ends != self._told:
            log.info("the audit log ends here", expect=ends)
            self._told = ends
