"""A call to staff is seen, or the phone says within ten seconds that it did not arrive."""

from collections.abc import Iterator

from tests.faults.history import History
from tests.faults.stored import Stored

KNOWN_WITHIN = 10.5
"""Seconds; half of one is for the machine that runs the tests."""


def calls_are_seen_or_not_delivered(history: History, _: Stored) -> Iterator[str]:
    """*Delivered* is told only of calls that a tablet shows."""
    on_a_tablet: set[str] = set()
    for each in history.entries:
        if each.what == "saw" and each.audience == "facilitator":
            on_a_tablet.update(each.calls)
        elif each.what == "call" and each.status in ("delivered", "seen") and each.call not in on_a_tablet:
            yield f"{each.who} was told that a call is {each.status}; no tablet had shown it"


def callers_soon_know(history: History, _: Stored) -> Iterator[str]:
    """Whoever called knows within ten seconds where they stand."""
    end = history.entries[-1].at if history.entries else 0.0
    word: dict[str, float] = {}
    for each in history.all("call"):
        if each.status in ("delivered", "seen", "not_delivered"):
            word.setdefault(each.call, each.at)
    for call in history.all("called"):
        told = word.get(call.id, end)
        if told - call.at > KNOWN_WITHIN:
            yield f"{call.who} called and knew nothing for {told - call.at:.1f} seconds"
