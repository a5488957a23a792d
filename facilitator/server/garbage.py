"""When Python looks for what nothing can reach any more, so that no group ever waits for it.

By itself it looks through all that is here whenever enough has come, which with thousands of phones stops everyone
for half a second in the middle of a tap. Here it looks once a second through what came since, and sets what lives aside
for good; what became garbage there waits for the next whole look.
"""

import gc
import time
from collections.abc import Callable

WHOLE_LOOK_EVERY = 60 * 60.0
"""Seconds, while groups are here. When the last has left, it is done at once."""
_YOUNG = 20_000
_NEVER = 1_000_000


class Garbage:
    """Takes garbage collection into its own hands from `begin` on. `clock` gives seconds that only go forward."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._looked_at = clock()
        self._had_groups = False

    def begin(self) -> None:
        """What is here once everything is put together stays as long as the server."""
        gc.set_threshold(_YOUNG, _NEVER, _NEVER)
        self._whole_look()

    def tick(self, groups: int) -> None:
        """A second has passed, and so many groups are here."""
        emptied = self._had_groups and not groups
        self._had_groups = groups > 0
        if emptied or self._clock() - self._looked_at > WHOLE_LOOK_EVERY:
            self._whole_look()
        else:
            gc.collect(1)
            gc.freeze()

    def _whole_look(self) -> None:
        self._looked_at = self._clock()
        gc.unfreeze()
        gc.collect()
        gc.freeze()
