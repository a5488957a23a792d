"""When Python looks for what nothing can reach any more, so that no group ever waits for it.

By itself it looks through all that is here whenever enough has come, which with thousands of phones stops everyone
for half a second in the middle of a tap. Here it looks once a second through what came since, and through all that came
since the server started when a group has left.
"""

import gc
import time
from collections.abc import Callable

WHOLE_LOOK_EVERY = 10 * 60.0
"""Seconds, where no group leaves."""
_YOUNG = 20_000
_NEVER = 1_000_000


class Garbage:
    """Takes garbage collection into its own hands from `begin` on. `clock` gives seconds that only go forward."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._looked_at = clock()
        self._groups = 0

    def begin(self) -> None:
        """What is here once everything is put together stays as long as the server, and is never looked at again."""
        gc.set_threshold(_YOUNG, _NEVER, _NEVER)
        gc.collect()
        gc.freeze()

    def tick(self, groups: int) -> None:
        """A second has passed, and so many groups are here."""
        one_has_left, self._groups = groups < self._groups, groups
        if one_has_left or self._clock() - self._looked_at > WHOLE_LOOK_EVERY:
            self._looked_at = self._clock()
            gc.collect()
        else:
            gc.collect(1)
