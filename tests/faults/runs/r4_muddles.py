"""R4: messages twice, late and in the wrong order; two tablets tapping at the same moment."""

import asyncio
from random import Random

from tests.faults.bustle import bustle
from tests.faults.clients import Tablet
from tests.faults.group import Group, sign_in, write_curriculum
from tests.faults.history import seeded
from tests.faults.mischief import Muddle
from tests.faults.outcome import Outcome
from tests.faults.server import a_server

EACH_EVENING = 250
"""Races of one live session; its log grows with each."""


async def run(seed: int, *, races: int = 1000, seconds: float = 10, bug: str = "", mode: str = "eventlet") -> Outcome:
    """`seconds` of an evening in which every message is muddled; then `races` between two tablets."""
    chance, outcome = seeded(seed), Outcome("R4", seed, "messages twice, late, out of order; two tablets racing")
    async with a_server(mode) as server:
        write_curriculum(server.curricula)
        server.control.say(bug=bug)
        await server.start()
        staff = await sign_in(server)
        evenings = [await _muddled(await Group.gather(server, staff, chance, tablets=2), seconds)]
        while races > 0 and not outcome.wrong:
            group = await Group.gather(server, staff, chance, tablets=2, phones=2, module="02-a-stroll")
            await _races(group, min(races, EACH_EVENING), outcome)
            evenings.append(group)
            races -= EACH_EVENING
        await server.stop()
        for group in evenings:
            outcome.judge(group)
    outcome.goal = "no step skipped or doubled"
    outcome.measured = f"{outcome.counts['races']} races, {outcome.counts['acknowledged']} things acknowledged"
    return outcome


async def _muddled(group: Group, seconds: float) -> Group:
    for screen in [*group.tablets, *group.phones]:
        screen.mischief = Muddle(screen.chance)
    async with bustle(group, pace=0.1, fickle=1.0):
        until = asyncio.get_running_loop().time() + seconds
        while asyncio.get_running_loop().time() < until:
            await asyncio.sleep(group.chance.uniform(0, 0.4))
            group.chance.choice(group.screens).cut()
    await group.settle()
    await group.leave()
    return group


async def _races(group: Group, races: int, outcome: Outcome) -> None:
    """Both see the same step and tap in the same moment, sometimes twice each."""
    one, other = group.tablets
    for _ in range(races):
        await group.until(lambda: one.step == other.step and not one.asked and not other.asked)
        for tablet in group.chance.sample(group.tablets, 2):
            _taps(tablet, group.chance)
        outcome.counts["races"] += 1
    await group.settle()
    await group.leave()


def _taps(tablet: Tablet, chance: Random) -> None:
    step = tablet.step
    assert step is not None
    if chance.random() < 0.3:
        tablet.mischief = Muddle(chance, longest=0.02)
    ways = ["next_step"] * 3 + ["back_step"] * 2
    tablet.tap("next_step" if step.endswith("place-0") else chance.choice(ways), from_step=step)
