"""R7: hundreds of phones come back at once, after a crash and after an orderly restart."""

import asyncio
import time

from tests.faults.checker import Wrong
from tests.faults.group import Group, people, sign_in, write_curriculum
from tests.faults.history import seeded
from tests.faults.judging.screens import returned_within
from tests.faults.outcome import Outcome
from tests.faults.server import a_server

WITHIN = 10.0
AS_A_PAGE = (0.5, 8.0)
"""The jitter of `static/lib/backoff.ts`, which the other runs hurry."""


async def run(seed: int, *, phones: int = 700, bug: str = "", mode: str = "eventlet") -> Outcome:
    """All of them see the present step again within ten seconds of the server's return."""
    chance, outcome = seeded(seed), Outcome("R7", seed, f"{phones} phones return at once")
    async with a_server(mode) as server:
        write_curriculum(server.curricula)
        server.control.say(bug=bug)
        await server.start()
        group = await Group.gather(server, await sign_in(server), chance, phones=0)
        gate = asyncio.Semaphore(8)

        async def join(name: str) -> None:
            async with gate:
                phone = await group.add_phone(name)
                phone.first, phone.longest = AS_A_PAGE

        await asyncio.gather(*(join(name) for name in people(phones)))
        for end in (server.kill, server.stop):
            await end()
            group.history.note("server", "fault", kind="gone")
            await server.start()
            began = time.monotonic()
            await asyncio.sleep(0.1)
            await group.until(lambda: all(phone.line for phone in group.phones), within=60)
            await group.until(lambda began=began: len(returned_within(group.history, began)) >= phones, within=60)
            outcome.seconds.append(returned_within(group.history, began)[phones - 1])
        await group.leave()
        await server.stop()
        outcome.judge(group)
    if max(outcome.seconds) > WITHIN:
        outcome.wrong.append(Wrong("all are back soon", f"the last after {max(outcome.seconds):.1f} s"))
    outcome.goal = "all back ≤ 10 s, with jitter"
    crash, orderly = outcome.seconds
    outcome.measured = f"the last of {phones} back {crash:.1f} s after a kill, {orderly:.1f} s after an orderly restart"
    return outcome
