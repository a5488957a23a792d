"""What goes on beside requests while the server runs: the clock's tick, the flush of views, a look at the library."""

import gc
import time
from collections.abc import Iterator
from functools import partial
from typing import TypeVar

import structlog

from facilitator.house import House
from facilitator.realtime.broadcast import Broadcast
from facilitator.server.careful import carefully

log = structlog.get_logger()

T = TypeVar("T")

TICK = 1.0
FLUSH = 0.25
"""Seconds between two flushes: a tally reaches the tablet within this, however many answers come."""
MOST_OF_THE_TIME = 8
"""A flush that took a second is followed by so many seconds without one."""
AT_A_STRETCH = 0.004
"""Seconds that many rooms may take before others get their turn."""


class Running:
    """Started once, after everything is put together; `stop` ends its loops."""

    def __init__(self, house: House, broadcast: Broadcast) -> None:
        self._house, self._broadcast, self._over = house, broadcast, False

    def start(self) -> None:
        for each in (self._ticks, self._flushes, self._looks):
            self._house.hub.spawn(each)
        # What is here now stays: looking through it for garbage again and again stops everyone, and longest when
        # most are here.
        gc.collect()
        gc.freeze()
        gc.set_threshold(20_000, 20, 50)

    def stop(self) -> None:
        self._over = True

    def _ticks(self) -> None:
        while not self._over:
            self._house.hub.sleep(TICK)
            for room in self._others_meanwhile(list(self._house.conductor.rooms.values())):
                carefully(partial(self._house.conductor.tick_room, room))

    def _flushes(self) -> None:
        took = 0.0
        while not self._over:
            # Where drawing views takes long, it is done less often: most of the time belongs to what people do.
            self._house.hub.sleep(max(FLUSH, MOST_OF_THE_TIME * took))
            began = time.monotonic()
            for room in self._others_meanwhile(self._broadcast.waiting()):
                carefully(partial(self._broadcast.changed, room))
            took = time.monotonic() - began

    def _others_meanwhile(self, rooms: list[T]) -> Iterator[T]:
        """One after another; where that takes long, everything else gets its turn in between."""
        began = time.monotonic()
        for room in rooms:
            yield room
            if time.monotonic() - began > AT_A_STRETCH:
                self._house.hub.sleep(0)
                began = time.monotonic()

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
