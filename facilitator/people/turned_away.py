"""Who was turned away is written down, but not each time that somebody presses at the same door."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Lock

import structlog

from facilitator.errors import Refused
from facilitator.storage import audit_log
from facilitator.storage.batches import Outcome
from facilitator.storage.writer import Writer

log = structlog.get_logger()

_MOST_KEYS = 1000
_MINUTE = 60_000
_TEN_MINUTES = 10 * _MINUTE


class OnceInAWhile:
    """Says yes to a key at most once in `every` ms, so that nobody fills a log by knocking."""

    def __init__(self, clock: Callable[[], int], every: int) -> None:
        self._clock, self._every = clock, every
        self._last: dict[str, int] = {}
        self._mutex = Lock()

    def now(self, key: str) -> bool:
        with self._mutex:
            now = self._clock()
            if now - self._last.get(key, now - self._every) < self._every:
                return False
            self._last.pop(key, None)
            self._last[key] = now
            while len(self._last) > _MOST_KEYS:
                self._last.pop(next(iter(self._last)))
            return True


class TurnedAway:
    """Staff: into the audit log, and nobody waits for it, so that a full disk turns away as fast.
    Whoever has no name: into the server's own log, and they are given none."""

    def __init__(self, writer: Writer, clock: Callable[[], int]) -> None:
        self._writer, self._clock = writer, clock
        self._each, self._kinds = OnceInAWhile(clock, _TEN_MINUTES), OnceInAWhile(clock, _MINUTE)

    def say_in_the_log(self, why: str, where: str) -> None:
        """Somebody knocked where they should not. Whoever it was is not asked: no address is kept of anyone."""
        if self._kinds.now(f"{why} {where}"):
            log.warning("turned away", why=why, where=where)

    def note(self, staff_id: str, subject: str | None) -> None:
        """Somebody of the staff asked for what is not theirs. `subject` as the audit log names it."""
        if self._each.now(f"{staff_id} {subject}"):
            by, at = f"staff:{staff_id}", self._clock()
            job = partial(audit_log.append, action="not_allowed", by=by, at=at, subject=subject)
            with suppress(Refused):
                self._writer.submit(job, urgent=False, then=_unheard)


def _unheard(outcome: Outcome[None]) -> None:
    """Whoever was turned away learns nothing of it."""
