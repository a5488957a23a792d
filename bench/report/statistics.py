"""The few numbers that a table shows: percentiles, medians, the spread of ratios, and which rounds count. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

NOISY = 0.2
"""A round is noisy for a figure if a side got less than four fifths of the core time that it wanted."""
FEWEST = 3
"""Rounds that are kept, noisy or not: a median of two is no median."""


def percentile(values: Sequence[float], percent: float) -> float:
    """The value that so many percent of them do not exceed; one of them, never between two."""
    ordered = sorted(values)
    return ordered[max(0, ceil(len(ordered) * percent / 100) - 1)]


def median(values: Sequence[float]) -> float:
    ordered, middle = sorted(values), len(values) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


@dataclass(frozen=True)
class Round:
    """One round's two figures, taken one after the other. `waited` is the worse side's; see `cores.py`."""

    ours: float
    theirs: float
    waited: float


@dataclass(frozen=True)
class Compared:
    """`ratio` is the median of the ratios of the rounds that count, `low` and `high` their least and greatest."""

    ratio: float
    low: float
    high: float
    ours: float
    theirs: float
    rounds: int
    dropped: int
    waited: float


def that_count(rounds: Sequence[Round]) -> list[Round]:
    """Noisy rounds are dropped; where fewer than three would be left, the three quietest count."""
    quiet = [each for each in rounds if each.waited <= NOISY]
    if len(quiet) >= min(FEWEST, len(rounds)):
        return quiet
    return sorted(rounds, key=lambda each: each.waited)[:FEWEST]


def compared(rounds: Sequence[Round], allowance: float = 0.0) -> Compared:
    """Round by round. `allowance` is taken from ours first: what the other side does not do at all."""
    counted = that_count(rounds)
    ratios = [max(0.0, each.ours - allowance) / each.theirs for each in counted]
    return Compared(
        ratio=median(ratios),
        low=min(ratios),
        high=max(ratios),
        ours=median([each.ours for each in counted]),
        theirs=median([each.theirs for each in counted]),
        rounds=len(counted),
        dropped=len(rounds) - len(counted),
        waited=max(each.waited for each in counted),
    )
