"""What screens show: never the past, soon the present, and only what is meant for whoever looks at them."""

from collections.abc import Iterator
from itertools import pairwise

from tests.faults.history import Happened, History
from tests.faults.stored import Stored

SOON = 3.0
"""Seconds from a connection to the right step on the screen."""


def views_never_go_backwards(history: History, _: Stored) -> Iterator[str]:
    """Versions of what a screen shows only grow, over reconnections and restarts too."""
    newest: dict[tuple[str, str], int] = {}
    for view in history.all("saw"):
        if view.version is None or view.boot is None:
            yield f"{view.who} got a {view.view} that does not say what it is newer than"
            continue
        before = newest.get((view.who, view.view), 0)
        if view.shown and view.version < before:
            yield f"{view.who} showed version {view.version} after {before}"
        newest[view.who, view.view] = max(before, view.version) if view.shown else before


def the_right_step_comes_soon(history: History, _: Stored) -> Iterator[str]:
    """Whoever is connected for three seconds shows a step at least as new as anybody knew when they connected.

    A network that still loses what it is given is no connection: that time does not count.
    """
    known, fair = 0, True
    waiting: dict[str, tuple[float, int]] = {}
    for each in history.entries:
        yield from _overdue(waiting, each.at)
        if each.what == "weather":
            fair = each.fair
        if each.what in ("weather", "fault"):
            waiting.clear()
        elif each.what == "lost":
            waiting.pop(each.who, None)
        elif each.what == "connected" and fair:
            waiting[each.who] = (each.at, known)
        elif each.what == "saw" and each.view == "view" and each.version is not None:
            known = max(known, each.version)
            if each.who in waiting and each.version >= waiting[each.who][1]:
                del waiting[each.who]


def _overdue(waiting: dict[str, tuple[float, int]], now: float) -> Iterator[str]:
    for who, (since, version) in list(waiting.items()):
        if now - since > SOON:
            del waiting[who]
            yield f"{who} was connected for {SOON:.0f} seconds without seeing version {version}"


def nobody_sees_what_they_may_not(history: History, _: Stored) -> Iterator[str]:
    """Names and words reach phones and walls only where they belong."""
    owners = {each.text: each.who for each in history.all("gave") if each.text}
    approved: set[str] = set()
    for each in history.entries:
        if each.what == "approved":
            approved.add(each.word)
        elif each.what == "saw" and each.audience != "facilitator":
            yield from _leaks(each, owners, approved)


def _leaks(view: Happened, owners: dict[str, str], approved: set[str]) -> Iterator[str]:
    if view.for_staff:
        yield f"{view.who} got the tablet's view"
    if view.view == "own" and view.mine and view.seat != view.mine:
        yield f"{view.who} got what only another seat may see"
    for word in view.words:
        mine = view.view == "own" and owners.get(word) == view.who
        if word not in approved and not mine:
            yield f"{view.who} saw {word} of {owners.get(word, 'another group')}, which nobody approved"
    for name in view.names:
        if view.view != "own" or name != view.who:
            yield f"{view.who} saw the name {name}"


def returned_within(history: History, after: float) -> list[float]:
    """Seconds from `after` until each screen's first view since."""
    first: dict[str, float] = {}
    for each in history.all("saw"):
        if each.at >= after and each.view == "view":
            first.setdefault(each.who, each.at - after)
    return sorted(first.values())


def gaps(times: list[float]) -> list[float]:
    """Between one and the next."""
    return [later - earlier for earlier, later in pairwise(sorted(times))]
