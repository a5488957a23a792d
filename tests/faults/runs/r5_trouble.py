"""R5: the disk full, the store locked by another process, the clock set back and forward."""

import asyncio
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing

from tests.faults.bustle import bustle
from tests.faults.checker import Wrong
from tests.faults.group import Group, sign_in, write_curriculum
from tests.faults.history import seeded
from tests.faults.outcome import Outcome
from tests.faults.server import FaultyServer, a_server

BUSY_TIMEOUT = 5.0
"""Seconds for which the product's writer waits for a lock, before it says that nothing can be stored."""


ALL = ("no file grows", "the store does not grow", "the store is locked", "the clock moves")


async def run(
    seed: int, *, rounds: int = 1, troubles: Sequence[str] = ALL, bug: str = "", mode: str = "eventlet"
) -> Outcome:
    """Each trouble `rounds` times, while a group is busy; then all must be well again by itself."""
    chance, outcome = seeded(seed), Outcome("R5", seed, "disk full, store locked, clock moved")
    async with a_server(mode) as server:
        write_curriculum(server.curricula)
        server.control.say(bug=bug)
        await server.start()
        group = await Group.gather(server, await sign_in(server), chance)
        async with bustle(group, pace=0.15):
            for trouble in [*troubles] * rounds:
                match trouble:
                    case "no file grows":
                        await _disk_full(server, group, outcome, trouble, bytes=1)
                    case "the store does not grow":
                        await _disk_full(server, group, outcome, trouble, pages="full")
                    case "the store is locked":
                        await _locked(server, group, outcome, trouble)
                    case "the clock moves":
                        await _clock(server)
        await group.settle()
        await group.leave()
        await server.stop()
        outcome.judge(group)
    outcome.goal = "acknowledgements withheld, a banner on the tablet, nothing corrupt, recovery by itself"
    banner = f"banner after {max(outcome.seconds, default=0):.1f} s at most"
    outcome.measured = f"{banner}, {outcome.counts['recovered']} of {outcome.counts['troubles']} healed by themselves"
    return outcome


async def _disk_full(server: FaultyServer, group: Group, outcome: Outcome, name: str, **how: object) -> None:
    server.control.add(**how)
    await _banner(group, outcome, name)
    await asyncio.sleep(1.5)
    server.control.add(bytes=2**40, pages="")
    await _healed(group, outcome, name)


async def _locked(server: FaultyServer, group: Group, outcome: Outcome, name: str) -> None:
    """For a moment, which nobody notices; then for longer than the writer waits."""
    for seconds in (1.0, BUSY_TIMEOUT + 2):
        with closing(sqlite3.connect(server.data / "facilitator.sqlite", isolation_level=None, timeout=10)) as conn:
            conn.execute("BEGIN IMMEDIATE")
            began = time.monotonic()
            if seconds > BUSY_TIMEOUT:
                await _banner(group, outcome, name, allowed=BUSY_TIMEOUT)
            await asyncio.sleep(seconds - (time.monotonic() - began))
            conn.execute("ROLLBACK")
    await _healed(group, outcome, name)


async def _banner(group: Group, outcome: Outcome, name: str, *, allowed: float = 0.0) -> None:
    began = time.monotonic()
    outcome.counts["troubles"] += 1
    try:
        await group.tablet.until(lambda: group.tablet.view["trouble"] == "disk", allowed + 10)
        outcome.seconds.append(time.monotonic() - began - allowed)
    except TimeoutError:
        outcome.wrong.append(Wrong("the tablet says that nothing can be stored", f"{name}: no banner"))


async def _healed(group: Group, outcome: Outcome, name: str) -> None:
    try:
        await group.tablet.until(lambda: group.tablet.view["trouble"] is None, 10)
        outcome.counts["recovered"] += 1
    except TimeoutError:
        outcome.wrong.append(Wrong("all is well in the end", f"{name}: the banner stays"))


async def _clock(server: FaultyServer) -> None:
    """Two hours back, ten minutes forward, and right again."""
    for minutes in (-120, 10, 0):
        server.control.add(clock=minutes * 60_000)
        await asyncio.sleep(2)
