"""The properties that are tried on the whole path, with how much of each is tried, and how a planted leak is tried."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.privacy.path import (
    attackers,
    canary,
    counter,
    figures,
    links,
    log,
    once,
    promise,
    shape,
    shred,
    swap,
    threshold,
)
from tests.privacy.path.leaks import Leak
from tests.privacy.path.outcome import Outcome


@dataclass(frozen=True)
class Property:
    """`short`, `usual` and `full`: how much is tried in the tests, by `make privacy`, and with FULL=1.

    What is looked at on a server that runs in a process of its own has a line of its own, with the same number.
    """

    number: str
    name: str
    run: Callable[[int, int], Outcome]
    short: int
    usual: int
    full: int
    planted: Callable[[int], object]
    """Given a seed: what was found wrong, with a leak planted."""


def _some(run: Callable[[int, int], Outcome], amount: int) -> Callable[[int], object]:
    return lambda seed: run(amount, seed).wrong


def _swapped(seed: int) -> object:
    return next((told for one in range(seed, seed + 4) if (told := swap.differences(one))), [])


PROPERTIES: tuple[Property, ...] = (
    Property("1", "swap", swap.run, 3, 100, 3000, _swapped),
    Property("2", "attackers", attackers.run, 32, 1600, 50_000, attackers.caught),
    Property("3", "canary", canary.run, 2, 20, 500, _some(canary.run, 1)),
    Property("3", "log", log.run, 1, 2, 50, log.caught),
    Property("4", "shred", shred.run, 2, 30, 1000, _some(shred.run, 1)),
    Property("5", "once", once.run, 3, 60, 5000, once.caught),
    Property("6", "threshold", threshold.run, 8, 150, 20_000, threshold.caught),
    Property("7", "shape", shape.run, 1, 3, 100, shape.caught),
    Property("8", "counter", counter.run, 3, 40, 1000, _some(counter.run, 1)),
    Property("8", "figures", figures.run, 1, 5, 200, _some(figures.run, 1)),
    Property("9", "promise", promise.run, 150, 3000, 100_000, _some(promise.run, 300)),
    Property("10", "links", links.run, 16, 1000, 20_000, links.caught),
)


def caught(each: Property, leak: Leak, seed: int) -> object:
    """What told of this leak; nothing if it got through."""
    with leak.plant():
        return each.planted(seed)
