"""What goes on beside requests while the server runs: the clock's tick, the flush of views, a look at the library."""

import structlog

from facilitator.house import House
from facilitator.realtime.broadcast import Broadcast

log = structlog.get_logger()

TICK = 1.0
FLUSH = 0.25
"""Seconds between two flushes: a tally reaches the tablet within this, however many answers come."""


class Running:
    """Started once, after everything is put together; `stop` ends its loops."""

    def __init__(self, house: House, broadcast: Broadcast) -> None:
        self._house, self._broadcast, self._over = house, broadcast, False

    def start(self) -> None:
        for each in (self._ticks, self._flushes, self._looks):
            self._house.hub.spawn(each)

    def stop(self) -> None:
        self._over = True

    def _ticks(self) -> None:
        while not self._over:
            self._house.hub.sleep(TICK)
            self._house.conductor.tick()

    def _flushes(self) -> None:
        while not self._over:
            self._house.hub.sleep(FLUSH)
            self._broadcast.flush()

    def _looks(self) -> None:
        """A saved module is read at once; a broken one keeps its last good version and is told of."""
        while not self._over:
            self._house.hub.sleep(TICK)
            if not self._house.hub.run_blocking(self._house.library.look_again):
                continue
            problems = [each for each in self._house.library.snapshot().problems if each.severity == "error"]
            for problem in problems:
                log.warning("a module has a problem", where=f"{problem.path}:{problem.line}", what=problem.message)
            for room in list(self._house.conductor.rooms.values()):
                if room.facts.trouble != "disk":
                    room.facts.trouble = "curriculum" if problems else None
                self._broadcast.later(room)
