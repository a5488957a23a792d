"""What goes on beside requests while the server runs: the clock's tick, the flush of views, a look at the library."""

import time
from collections.abc import Callable, Iterator
from functools import partial

import structlog

from facilitator.house import House
from facilitator.realtime.broadcast import Broadcast
from facilitator.realtime.connections import Connection
from facilitator.server.careful import carefully
from facilitator.server.garbage import Garbage
from facilitator.server.hub import AT_A_STRETCH

log = structlog.get_logger()

TICK = 1.0
FLUSH = 0.25
"""Seconds between two flushes: a tally reaches the tablet within this, however many answers come."""
SIGN_INS = 5.0
"""Seconds between two looks at who has a cockpit open."""
MOST_OF_THE_TIME = 8
"""A flush that took a second is followed by so many seconds without one."""


def _piece_by_piece(pieces: Iterator[None], turns: "_Turns") -> None:
    for _ in pieces:
        turns.let_others()


class _Turns:
    """For work in many pieces: where it takes long, everything else gets its turn in between."""

    def __init__(self, sleep: Callable[[float], None]) -> None:
        self._sleep = sleep
        self._began = time.monotonic()
        self._took = 0.0

    def let_others(self) -> None:
        """Between two pieces."""
        stretch = time.monotonic() - self._began
        if stretch > AT_A_STRETCH:
            self._took += stretch
            self._sleep(0)
            self._began = time.monotonic()

    def took(self) -> float:
        """Seconds so far, without those of others."""
        return self._took + time.monotonic() - self._began


class Running:
    """Started once, after everything is put together; `stop` ends its loops."""

    def __init__(self, house: House, broadcast: Broadcast) -> None:
        self._house, self._broadcast, self._over = house, broadcast, False
        self._garbage = Garbage()

    def start(self) -> None:
        for each in (self._ticks, self._flushes, self._looks, self._sign_ins):
            self._house.hub.spawn(each)
        self._garbage.begin()

    def stop(self) -> None:
        self._over = True

    def _ticks(self) -> None:
        while not self._over:
            self._house.hub.sleep(TICK)
            turns = _Turns(self._house.hub.sleep)
            for room in list(self._house.conductor.rooms.values()):
                carefully(partial(self._house.conductor.tick_room, room))
                turns.let_others()
            self._garbage.tick(len(self._house.conductor.rooms))

    def _flushes(self) -> None:
        took = 0.0
        while not self._over:
            # Where drawing views takes long, it is done less often: most of the time belongs to what people do.
            self._house.hub.sleep(max(FLUSH, MOST_OF_THE_TIME * took))
            turns = _Turns(self._house.hub.sleep)
            for room in self._broadcast.waiting():
                carefully(partial(_piece_by_piece, self._broadcast.piece_by_piece(room), turns))
                turns.let_others()
            took = turns.took()

    def _sign_ins(self) -> None:
        """A group may sit for an hour without a tap: its cockpit is in use all the same. Whoever's sign-in is over, by
        the clock alone too, is shown nothing any more."""
        while not self._over:
            self._house.hub.sleep(SIGN_INS)
            turns = _Turns(self._house.hub.sleep)
            for room in list(self._house.conductor.rooms.values()):
                for tablet in self._broadcast.connections.of(room.id, "facilitator"):
                    carefully(partial(self._still_signed_in, tablet))
                    turns.let_others()

    def _still_signed_in(self, tablet: Connection) -> None:
        if self._house.sign_ins.who(tablet.token) is None:
            self._house.sign_ins.look_again(tablet.who)

    def _looks(self) -> None:
        """A saved module is read at once; a broken one keeps its last good version and is told of."""
        while not self._over:
            if self._house.hub.run_blocking(self._house.library.look_again):
                self._tell_of_problems()
            self._house.hub.sleep(TICK)

    def _tell_of_problems(self) -> None:
        problems = [each for each in self._house.library.snapshot().problems if each.severity == "error"]
        for problem in problems:
            log.warning("a module has a problem", where=f"{problem.path}:{problem.line}", what=problem.message)
        for room in list(self._house.conductor.rooms.values()):
            if room.facts.trouble != "disk":
                room.facts.trouble = "curriculum" if problems else None
            self._broadcast.later(room)
