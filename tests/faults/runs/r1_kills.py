"""R1: `kill -9` at random moments and at every named step of a write, a live group attached."""

import asyncio
import contextlib
import time
from collections.abc import Sequence
from random import Random

from tests.faults.bustle import bustle
from tests.faults.checker import Wrong
from tests.faults.group import Group, a_step, sign_in, write_curriculum
from tests.faults.history import seeded
from tests.faults.judging.screens import returned_within
from tests.faults.outcome import Outcome
from tests.faults.points import STEPS
from tests.faults.server import FaultyServer, a_server

EACH_EVENING = 25
"""Kills of one live session, before the next one begins."""
ENOUGH_FOR_ALL = 200
"""So many kills meet every named step; if not, what it is wrapped around is not used any more."""
IN_A_SEALED_RUN = {"before_staged", "staged", "before_wave_begun", "wave_begun", "wave_written", "before_wave_done"}
IN_A_SEALED_RUN |= {"wave_done"}
AT_THE_SEAL = {"before_destroy", "half_destroyed", "destroyed"}


async def run(
    seed: int, *, kills: int = 200, places: Sequence[str] = (), bug: str = "", mode: str = "eventlet"
) -> Outcome:
    """`kills` of them, at each named step by turns and every third at a random moment; or at `places`."""
    chance, outcome = seeded(seed), Outcome("R1", seed, "kill -9")
    async with a_server(mode) as server:
        write_curriculum(server.curricula)
        server.control.say(bug=bug)
        await server.start()
        staff = await sign_in(server)
        steps = list(places) or _turns(chance, kills)
        while steps and not outcome.wrong:
            tonight, steps = steps[:EACH_EVENING], steps[EACH_EVENING:]
            await _evening(server, await Group.gather(server, staff, chance), tonight, outcome)
    missed = set(STEPS) - outcome.places
    if kills >= ENOUGH_FOR_ALL and missed and not places:
        outcome.wrong.append(Wrong("every step of a write is met", ", ".join(sorted(missed))))
    outcome.goal = "0 lost, 0 doubled, 0 wrong steps, all back ≤ 3 s"
    met = f"{outcome.counts['kills']} kills, {len(outcome.places)} of {len(STEPS)} named steps met"
    back = f"all back in {max(outcome.seconds, default=0):.1f} s at most"
    outcome.measured = f"{met}, {outcome.counts['acknowledged']} things acknowledged, {back}"
    return outcome


def _turns(chance: Random, kills: int) -> list[str]:
    """Where to kill: a random moment (empty) or a named step."""
    steps: list[str] = []
    while len(steps) < kills:
        order = list(STEPS)
        chance.shuffle(order)
        for step in order:
            steps += [step] if len(steps) % 3 else ["", step]
    return steps[:kills]


async def _evening(server: FaultyServer, group: Group, places: list[str], outcome: Outcome) -> None:
    async with bustle(group, fickle=0.05):
        for place in places:
            await _kill(server, group, place, outcome)
    await group.settle()
    await group.leave()
    await server.stop()
    outcome.judge(group)
    await server.start()


async def _kill(server: FaultyServer, group: Group, place: str, outcome: Outcome) -> None:
    chance = group.chance
    if place:
        await _lead_to(group, place)
        times = 1 if place in AT_THE_SEAL else chance.randint(1, 3)
        server.control.add(kill=[place, times, chance.choice((0, 0.05))])
        with contextlib.suppress(TimeoutError):
            await server.ended(within=2.5)
            outcome.places.add(place)
    else:
        await asyncio.sleep(chance.uniform(0.05, 0.8))
    await server.kill()
    server.control.add(kill=None)
    group.history.note("server", "fault", kind="kill -9", place=place)
    outcome.counts["kills"] += 1
    outcome.starts.append(await server.start())
    began = time.monotonic()
    for screen in group.screens:
        await screen.until(lambda screen=screen: screen.line is not None)
    await asyncio.sleep(0.15)
    outcome.seconds += returned_within(group.history, began)[-1:]


async def _lead_to(group: Group, place: str) -> None:
    """Bring the group to where this step of a write is soon passed."""
    tablet = group.tablet
    promise = "anonymous" if place in IN_A_SEALED_RUN | AT_THE_SEAL else "named"
    open_now = [run["activity"] for run in tablet.view["runs"] if run["activity"]["phase"] == "open"]
    if not any(each["promise"] == promise for each in open_now):
        step = a_step(group.chance, promise)
        tablet.tap("go_to_step", from_step=tablet.view["step"], step=step)
        await asyncio.sleep(0.1)
        tablet.ask("ask_again", step=step)
    if place in AT_THE_SEAL:
        await asyncio.sleep(0.4)
        for run in tablet.view["runs"]:
            if run["activity"]["promise"] == "anonymous":
                tablet.ask("close_activity", run=run["activity"]["run"])
        group.hurry(15)
