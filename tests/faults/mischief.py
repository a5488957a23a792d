"""What can become of a message on its way: sent once, twice, late, after the next one."""

import asyncio
from collections.abc import Callable
from random import Random

Send = Callable[[], object]
Mischief = Callable[[Send], None]


def faithful(send: Send) -> None:
    """Once, and now."""
    send()


class Muddle:
    """Doubles, delays and swaps messages; a late one may well go over another connection than it was meant for."""

    def __init__(self, chance: Random, *, longest: float = 0.6) -> None:
        self._chance, self._longest = chance, longest

    def __call__(self, send: Send) -> None:
        copies = 1 + (self._chance.random() < 0.4) + (self._chance.random() < 0.1)
        for _ in range(copies):
            if self._chance.random() < 0.4:
                asyncio.get_running_loop().call_later(self._chance.random() * self._longest, send)
            else:
                send()
