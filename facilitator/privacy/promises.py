"""The three promises and what each means in facts. The words people read are in the catalogues, not here."""

from dataclasses import dataclass

from facilitator.activities.activity import Promise


@dataclass(frozen=True)
class Facts:
    """What holds for an answer given under a promise, wherever the house handles it."""

    leaves_the_phone: bool
    with_seat: bool
    """The seat is stored beside the answer."""
    sealed: bool
    """Staged, released in waves, never shown as answered or passed on the roster."""
    staff_may_enter: bool
    """Staff may give the answer for somebody without a phone."""
    streams: bool
    """The tablet sees each answer as it comes."""
    needs_a_crowd: bool
    """Does not open with fewer than k seats present."""


_FACTS: dict[Promise, Facts] = {
    "named": Facts(
        leaves_the_phone=True,
        with_seat=True,
        sealed=False,
        staff_may_enter=True,
        streams=True,
        needs_a_crowd=False,
    ),
    "anonymous": Facts(
        leaves_the_phone=True,
        with_seat=False,
        sealed=True,
        staff_may_enter=False,
        streams=False,
        needs_a_crowd=True,
    ),
    "private": Facts(
        leaves_the_phone=False,
        with_seat=False,
        sealed=False,
        staff_may_enter=False,
        streams=False,
        needs_a_crowd=False,
    ),
}


def facts(promise: Promise) -> Facts:
    """What this promise means."""
    return _FACTS[promise]
