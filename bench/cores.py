"""Which core is whose, what a process used of it, and how long it had to wait for it because of others. Linux only."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ALL = frozenset(os.sched_getaffinity(0))
"""What this process may use; looked at before it confines itself."""


def split() -> tuple[int, int]:
    """(server's core, client's core). The same one where a machine has no two: then rounds are all noisy."""
    return min(ALL), max(ALL)


@contextmanager
def on(*cores: int) -> Iterator[None]:
    """This process and whatever it starts meanwhile stay on these cores."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def cpu_seconds(pid: int) -> float:
    """Of all threads of a process, to the nanosecond; /proc would say it to the hundredth of a second."""
    return time.clock_gettime((~pid << 3) | 2)


def _waited(pid: int) -> float:
    """Seconds in which a thread of it could have run and had no core."""
    waited = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        with suppress(FileNotFoundError, ProcessLookupError):
            waited += int((task / "schedstat").read_text().split()[1])
    return waited / 1e9


@dataclass(frozen=True)
class Use:
    """What a stretch of time cost. `waited`: of the time the worse side wanted its core, the share it did not get."""

    seconds: float
    server: float
    client: float
    waited: float


class Watch:
    """From when it is made until `stop()`."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._at = self._now()

    def _now(self) -> tuple[float, float, float, float, float]:
        me = os.getpid()
        return time.perf_counter(), cpu_seconds(self._pid), time.process_time(), _waited(self._pid), _waited(me)

    def stop(self) -> Use:
        before, after = self._at, self._now()
        seconds, server, client, server_waited, client_waited = (b - a for a, b in zip(before, after, strict=True))
        return Use(seconds, server, client, max(_share(server_waited, server), _share(client_waited, client)))


def _share(waited: float, had: float) -> float:
    return waited / (waited + had) if waited else 0.0
