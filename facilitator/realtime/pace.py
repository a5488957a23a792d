"""How fast one person's page may send. Whoever sends more is asked to slow down; nobody else waits for it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from facilitator.errors import Refused

AT_ONCE = 5
"""So many seconds' worth of messages are taken at once: a phone that comes back sends what it kept."""


@dataclass
class Pace:
    """`rate`: messages a second for long. `clock` gives seconds that only go forward."""

    rate: int
    clock: Callable[[], float]
    _left: dict[tuple[str, str], tuple[float, float]] = field(default_factory=dict)
    """(audience, who) → (messages left, when that was counted)."""
    _tidy_at: int = 1000

    def count(self, audience: str, who: str) -> None:
        """One more message. Raises `Refused("slow_down", …)`."""
        now, most = self.clock(), float(self.rate * AT_ONCE)
        left, at = self._left.get((audience, who), (most, now))
        left = min(most, left + (now - at) * self.rate)
        if left < 1:
            self._left[audience, who] = (left, now)
            raise Refused("slow_down", "That was a lot at once. Please wait a moment and try again.")
        self._left[audience, who] = (left - 1, now)
        if len(self._left) >= self._tidy_at:
            self._forget_the_rested(now)

    def _forget_the_rested(self, now: float) -> None:
        """Whoever has not sent for so long that all is theirs again need not be remembered."""
        self._left = {key: kept for key, kept in self._left.items() if now - kept[1] <= AT_ONCE}
        self._tidy_at = max(1000, 2 * len(self._left))
