"""Waiting over and over until one file can be read, under eventlet.

Eventlet's own `trampoline` signs a file up with the hub for each wait and off again after it, which takes longer than
most of what comes. Here it is signed up once.
"""

from typing import Any


class Readable:
    """For a file (by its number) that stays open as long as the process; `wait` is one green thread's alone."""

    def __init__(self, descriptor: int) -> None:
        from eventlet import hubs
        from eventlet.support import greenlets

        self._hub, self._current = hubs.get_hub(), greenlets.getcurrent
        self._waits: Any = None
        self._hub.add(self._hub.READ, descriptor, self._came, self._broke, self._shut)

    def wait(self) -> None:
        """Let others run until something is there to be read."""
        self._waits = self._current()
        self._hub.switch()

    def _came(self, _descriptor: int) -> None:
        # Whoever waits here may be waiting for something else just now: the hub reminds them again.
        waits, self._waits = self._waits, None
        if waits is not None:
            waits.switch()

    def _broke(self, problem: BaseException) -> None:
        raise problem

    def _shut(self) -> None:
        """The hub says so of a file that somebody closes; nobody closes this one."""
