"""R9: groups for hours, one day after another; memory and descriptors are looked at all the while."""

import asyncio
import time
from random import Random

from tests.evening.cast import Browser
from tests.faults.bustle import bustle
from tests.faults.checker import Wrong
from tests.faults.group import Group, sign_in, write_curriculum
from tests.faults.history import seeded
from tests.faults.outcome import Outcome
from tests.faults.server import FaultyServer, a_server

MIB = 2**20
AN_HOUR = 3600.0
LONG_ENOUGH = 1800.0
"""Seconds; what grows in a shorter run is caches being filled, and a slope by the hour would say nothing."""


async def run(
    seed: int, *, minutes: float = 2, groups: int = 3, day: float = 60, bug: str = "", mode: str = "eventlet"
) -> Outcome:
    """`groups` of seven phones at any time. A day of theirs is busy for `day` seconds and ends; another begins."""
    chance, outcome = seeded(seed), Outcome("R9", seed, f"{groups} groups for {minutes:g} minutes")
    days: list[Group] = []
    async with a_server(mode) as server:
        write_curriculum(server.curricula)
        server.control.say(bug=bug)
        await server.start()
        staff = await sign_in(server)
        at_first = server.descriptors()
        samples: list[tuple[float, int, int]] = []
        until = time.monotonic() + minutes * 60
        watch = asyncio.ensure_future(_watch(server, samples, min(5.0, minutes * 6)))
        await asyncio.gather(*(_days(server, staff, chance, until, day, days) for _ in range(groups)))
        watch.cancel()
        await asyncio.sleep(1)
        left = server.descriptors() - at_first
        await server.stop()
        for group in days:
            outcome.judge(group)
    growth = slope([(at, memory) for at, memory, _ in samples[len(samples) // 3 :]]) * AN_HOUR / MIB
    if left > 2:
        outcome.wrong.append(Wrong("no descriptor leaks", f"{left} more than at first, with everyone gone"))
    if minutes * 60 >= LONG_ENOUGH and growth > 1:
        outcome.wrong.append(Wrong("memory stays", f"+{growth:.1f} MiB an hour"))
    outcome.goal = "memory ≤ +1 MiB an hour, no descriptor leak"
    most = max(memory for _, memory, _ in samples) / MIB
    outcome.measured = (
        f"{len(days)} days; {growth:+.1f} MiB an hour (at most {most:.0f} MiB), {left:+d} descriptors in the end"
    )
    return outcome


async def _days(
    server: FaultyServer, staff: Browser, chance: Random, until: float, day: float, days: list[Group]
) -> None:
    """One group's, until the time is up; each is put down in `days`."""
    while time.monotonic() < until:
        group = await Group.gather(server, staff, chance)
        days.append(group)
        async with bustle(group, pace=1.0):
            await asyncio.sleep(min(day, max(1.0, until - time.monotonic())))
        await group.settle(hurried=False)
        await group.end()
        await group.leave()


async def _watch(server: FaultyServer, samples: list[tuple[float, int, int]], every: float) -> None:
    while True:
        samples.append((time.monotonic(), server.memory(), server.descriptors()))
        await asyncio.sleep(every)


def slope(points: list[tuple[float, float]]) -> float:
    """Of the straight line that fits best (least squares)."""
    count = len(points)
    middle_x, middle_y = sum(x for x, _ in points) / count, sum(y for _, y in points) / count
    spread = sum((x - middle_x) ** 2 for x, _ in points)
    return sum((x - middle_x) * (y - middle_y) for x, y in points) / spread if spread else 0.0
