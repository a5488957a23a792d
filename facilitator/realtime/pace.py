"""How fast one person's page may send. Whoever sends more is asked to slow down; nobody else waits for it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from facilitator.errors import Refused

AT_ONCE = 5
"""So many seconds' worth of messages are taken at once: a phone that comes back sends what it kept."""
SHARE = {
    **dict.fromkeys(("answer", "enter_answer", "keep_jotting"), 0.5),
    **dict.fromkeys(("call_staff", "cancel_call", "answer_two_minutes"), 0.25),
    # What makes rows, links or codes, and what guesses at one.
    **dict.fromkeys(
        ("rename", "rename_seat", "add_seat", "add_module", "seat_link", "pass_tablet_round", "pair_wall"), 0.1
    ),
}
"""What part of the whole rate one kind of message may have: nobody taps these as fast as a page can send."""


@dataclass
class Pace:
    """`rate`: messages a second for long. `clock` gives seconds that only go forward."""

    rate: int
    clock: Callable[[], float]
    _left: dict[tuple[str, str, str], tuple[float, float]] = field(default_factory=dict)
    """(audience, who, kind or all of them) → (messages left, when that was counted)."""
    _tidy_at: int = 1000

    def count(self, audience: str, who: str, name: str = "") -> None:
        """One more message, of this name. Raises `Refused("slow_down", …)`."""
        now = self.clock()
        if name in SHARE:
            # First, so that what one kind was refused is not missing for another: a call for help, say.
            self._take((audience, who, name), self.rate * SHARE[name], now)
        self._take((audience, who, ""), self.rate, now)
        if len(self._left) >= self._tidy_at:
            self._forget_the_rested(now)

    def _take(self, whose: tuple[str, str, str], rate: float, now: float) -> None:
        most = max(1.0, rate * AT_ONCE)
        left, at = self._left.get(whose, (most, now))
        left = min(most, left + (now - at) * rate)
        if left < 1:
            self._left[whose] = (left, now)
            raise Refused("slow_down", "That was a lot at once. Please wait a moment and try again.")
        self._left[whose] = (left - 1, now)

    def _forget_the_rested(self, now: float) -> None:
        """Whoever has not sent for so long that all is theirs again need not be remembered."""
        self._left = {key: kept for key, kept in self._left.items() if now - kept[1] <= AT_ONCE}
        self._tidy_at = max(1000, 2 * len(self._left))
