"""R3: the network cut, slow, half open and flapping between everyone and the server; and the server frozen."""

import asyncio
import math
import signal
from random import Random

from tests.faults.bustle import bustle
from tests.faults.group import Group, sign_in, write_curriculum
from tests.faults.history import seeded
from tests.faults.outcome import Outcome
from tests.faults.proxy import Proxy, Weather
from tests.faults.server import FaultyServer, a_server

WEATHERS = (
    Weather(cuts=0.15),
    Weather(delay=0.3, cuts=0.03),
    Weather(half_open=0.03, cuts=0.05),
    Weather(partly=0.15),
    Weather(refuses=0.5, cuts=0.1, delay=0.05),
)
EACH = 3.0
"""Seconds of one weather."""
IN_PEACE = 4.0
"""Seconds after each round, in which everybody has to see the right step again."""
ROUNDS_AN_EVENING = 3


async def run(seed: int, *, rounds: int = 6, each: float = EACH, bug: str = "", mode: str = "eventlet") -> Outcome:
    """Each round is every weather once, a moment without any network, and the server frozen."""
    chance, outcome = seeded(seed), Outcome("R3", seed, "network cut, slow, half open, flapping; server frozen")
    async with a_server(mode) as server:
        write_curriculum(server.curricula)
        server.control.say(bug=bug)
        await server.start()
        staff = await sign_in(server)
        evenings = max(1, math.ceil(rounds / ROUNDS_AN_EVENING))
        while evenings > 0 and not outcome.wrong:
            proxy = Proxy(("127.0.0.1", server.port), seeded(chance.getrandbits(64)))
            group = await Group.gather(server, staff, chance, door=await proxy.start())
            await _calls_nobody_can_see(group)
            async with bustle(group, pace=0.06):
                for _ in range(min(rounds, ROUNDS_AN_EVENING)):
                    group.history.note("network", "weather", fair=False)
                    await _round(server, proxy, chance, each)
                    group.history.note("network", "weather", fair=True)
                    await asyncio.sleep(IN_PEACE)
            rounds -= ROUNDS_AN_EVENING
            evenings -= 1
            await group.settle()
            await group.leave()
            await proxy.stop()
            outcome.counts["cuts"] += proxy.cuts
            await server.stop()
            outcome.judge(group)
            await server.start()
    outcome.goal = "exactly once"
    outcome.measured = f"{outcome.counts['cuts']} cuts, {outcome.counts['acknowledged']} things acknowledged"
    return outcome


async def _round(server: FaultyServer, proxy: Proxy, chance: Random, each: float) -> None:
    for weather in chance.sample(WEATHERS, len(WEATHERS)):
        proxy.weather = weather
        await asyncio.sleep(chance.uniform(0.5, 1.5) * each)
    proxy.weather = Weather()
    proxy.cut_all()
    server.signal(signal.SIGSTOP)
    await asyncio.sleep(chance.uniform(0.5, 4))
    server.signal(signal.SIGCONT)


async def _calls_nobody_can_see(group: Group) -> None:
    """While the only tablet is away, nobody may be told that it shows their call."""
    tablet, ana = group.tablet, group.phones[0]
    door, tablet.door = tablet.door, ("127.0.0.1", 1)
    tablet.cut()
    call = ana.call_staff()
    await ana.until(lambda: call not in ana.asked)
    await asyncio.sleep(0.5)
    tablet.door = door
    await ana.until(lambda: ana.calls[call] == "delivered")
