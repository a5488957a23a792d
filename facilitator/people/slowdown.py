"""Guessing gets slower: each miss doubles the wait. In memory only, and never by address: a clinic is one address."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from facilitator.errors import Refused


@dataclass(frozen=True)
class _Missed:
    times: int
    wait_until: int
    last: int


class Slowdown:
    """Counts misses by key (an account, a code). All times in ms; `clock` gives now.

    `free` misses cost nothing; the next waits `first`, then twice as long each time, at most `longest`.
    After `forget` without a miss the count starts again. At most `most_keys` are remembered.
    """

    def __init__(
        self,
        clock: Callable[[], int],
        *,
        free: int = 3,
        first: int = 1_000,
        longest: int = 60_000,
        forget: int = 15 * 60_000,
        most_keys: int = 10_000,
    ) -> None:
        self._clock, self._free, self._first, self._longest = clock, free, first, longest
        self._forget, self._most_keys = forget, most_keys
        self._missed: dict[str, _Missed] = {}
        self._mutex = Lock()

    def try_now(self, key: str) -> None:
        """Count a try as a miss until `hit` says otherwise, so that many tries at once gain nothing.

        Raises `Refused("slow_down")` while the key has to wait; such a try does not count.
        """
        with self._mutex:
            now = self._clock()
            self._check(key, now)
            before = self._missed.pop(key, None)
            times = 1 if before is None or now - before.last > self._forget else before.times + 1
            self._missed[key] = _Missed(times, now + self._wait(times), now)
            while len(self._missed) > self._most_keys:
                self._missed.pop(next(iter(self._missed)))

    def check(self, key: str) -> None:
        """Raises `Refused("slow_down")` while the key has to wait."""
        with self._mutex:
            self._check(key, self._clock())

    def hit(self, key: str) -> None:
        """It was no guess: start again."""
        with self._mutex:
            self._missed.pop(key, None)

    def _check(self, key: str, now: int) -> None:
        missed = self._missed.get(key)
        if missed is not None and now < missed.wait_until:
            seconds = -(-(missed.wait_until - now) // 1000)
            raise Refused("slow_down", f"Please wait {seconds} seconds, then try again.")

    def _wait(self, times: int) -> int:
        if times < self._free:
            return 0
        # The shift is bounded: nobody waits for a number with a thousand digits.
        return int(min(self._longest, self._first << min(times - self._free, 30)))
