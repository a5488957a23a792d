"""How long somebody was in the group: only what staff confirmed counts, never what a phone suggests. Pure.

Times are ms, UTC. Minutes are whole and rounded down, so that a record never claims more than there was.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Confirmed = tuple[Literal["in", "out", "away", "back"], int]
"""What staff confirmed, and when it happened."""

_MINUTE = 60_000


@dataclass(frozen=True)
class Attendance:
    """One person's presence. `came` and `left` are None where staff confirmed nothing."""

    minutes: int
    away_minutes: int
    came: int | None
    left: int | None
    left_confirmed: bool
    """False: staff noted no *out*; the minutes then count to the end of the group."""

    @property
    def confirmed(self) -> bool:
        return self.came is not None


def attended(confirmed: Sequence[Confirmed], began: int | None, ended: int | None) -> Attendance:
    """Presence between the beginning and the end of the group, by staff's confirmations in any order.

    Whoever came before the beginning is counted from the beginning. A group that never began has no minutes.
    """
    told = sorted(confirmed, key=lambda entry: entry[1])
    came = next((at for what, at in told if what in ("in", "back")), None)
    last = told[-1] if told else None
    gone = last is not None and last[0] == "out"
    within = (began, ended) if began is not None and ended is not None and ended > began else None
    return Attendance(
        minutes=_spent(told, {"in", "back"}, within) // _MINUTE,
        away_minutes=_spent(told, {"away"}, within) // _MINUTE if came is not None else 0,
        came=came,
        left=last[1] if last is not None and gone else None,
        left_confirmed=gone,
    )


def _spent(told: Sequence[Confirmed], in_states: set[str], within: tuple[int, int] | None) -> int:
    """Milliseconds from each entry of these kinds to the entry after it, as far as they lie within the group."""
    if within is None:
        return 0
    began, ended = within
    until = [at for _, at in told[1:]] + [ended]
    stays = [(at, end) for (what, at), end in zip(told, until, strict=False) if what in in_states]
    return sum(max(0, min(end, ended) - max(start, began)) for start, end in stays)
