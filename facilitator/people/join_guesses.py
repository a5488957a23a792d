"""Typing codes until one fits gets slower, for each code and for all of them together; a typed code only knocks."""

from collections.abc import Callable

from facilitator.people.join_codes import as_typed
from facilitator.people.slowdown import Slowdown

_ALL = "all"


class JoinGuesses:
    """`try_now` before a code is looked up, `hit` when it opened the door."""

    def __init__(self, clock: Callable[[], int]) -> None:
        self._codes = Slowdown(clock, free=5)
        # Wrong codes of a whole building; short, since it holds up those who type the right one.
        self._together = Slowdown(clock, free=40, first=500, longest=5_000, forget=60_000)

    def try_now(self, typed: str) -> None:
        """Raises `Refused("slow_down")`."""
        self._codes.try_now(as_typed(typed))
        self._together.check(_ALL)

    def missed(self) -> None:
        """No live session has this code."""
        self._together.try_now(_ALL)

    def hit(self, typed: str) -> None:
        self._codes.hit(as_typed(typed))
