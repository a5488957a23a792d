"""R6: phones that never read, events that are never finished, messages far too long or not to be understood."""

import asyncio
import socket
import time

from tests.faults.checker import Wrong
from tests.faults.group import Group, sign_in, write_curriculum
from tests.faults.history import seeded
from tests.faults.outcome import Outcome
from tests.faults.server import a_server
from tests.faults.wire import Line

DEAD_READERS = 15
MOST_MEMORY = 32 * 2**20
SOON = 1.0
"""Seconds in which everybody else's tap still has to be done."""
HOSTILE = (
    "42/participant,",
    "42/participant,[",
    "42/participant,[]",
    "42/participant,[1]",
    '42/participant,["answer"]',
    '42/participant,["answer",null]',
    '42/participant,["answer",{"id":"x","run":{"$gt":""},"say":[]}]',
    '42/participant,["answer",{"id":"x","run":"r1","say":{"do":"answer","revision":1e99,"answer":{}}}]',
    '42/participant,["no such message",{}]',
    '42/facilitator,["next_step",{"id":"x","from_step":"b1/place-0"}]',
    '42/participant,["next_step",{"id":"x","from_step":"b1/place-0"}]',
    "40/facilitator,{}",
    "40/nowhere,{}",
    "43/participant,99[]",
    '451-/participant,["answer",{"_placeholder":true,"num":0}]',
    '459999999-/participant,["answer",{"_placeholder":true,"num":0}]',
    "4",
    "9",
    "",
    "\x00\ud7ff" * 100,
    "[" * 60_000,
)


async def run(seed: int, *, taps: int = 400, bug: str = "", mode: str = "eventlet") -> Outcome:
    """`taps` go to `DEAD_READERS` tablets that never read, while others send what nobody should."""
    chance, outcome = seeded(seed), Outcome("R6", seed, "dead readers, unfinished, oversized and malformed packets")
    async with a_server(mode) as server:
        write_curriculum(server.curricula)
        server.control.say(bug=bug)
        await server.start()
        group = await Group.gather(server, await sign_in(server), chance)
        await _taps(group, 50, outcome)
        before = server.memory()
        dead = [await _dead_reader(group) for _ in range(DEAD_READERS)]
        await _taps(group, taps, outcome)
        await _hostile(group, outcome)
        await _taps(group, 50, outcome)
        grown = server.memory() - before
        for each in dead:
            each.cut()
        await group.settle()
        await group.leave()
        await server.stop()
        outcome.judge(group)
    if grown > MOST_MEMORY:
        outcome.wrong.append(Wrong("memory is bounded", f"+{grown / 2**20:.0f} MiB for {DEAD_READERS} dead readers"))
    outcome.goal = f"≤ +32 MiB for {DEAD_READERS} dead readers; others unaffected (a tap ≤ {SOON:.0f} s)"
    outcome.measured = f"+{grown / 2**20:.1f} MiB; slowest tap of the others {max(outcome.seconds):.2f} s"
    return outcome


async def _taps(group: Group, taps: int, outcome: Outcome) -> None:
    tablet = group.tablet
    for number in range(taps):
        began = time.monotonic()
        step = f"b1/place-{(number % 2) * 3}"
        tablet.tap("go_to_step", from_step=tablet.step, step=step)
        try:
            await tablet.until(lambda step=step: tablet.step == step and not tablet.asked)
        except TimeoutError:
            outcome.wrong.append(Wrong("others are not affected", "a tap was never done"))
            return
        outcome.seconds.append(time.monotonic() - began)
        if outcome.seconds[-1] > SOON:
            outcome.wrong.append(Wrong("others are not affected", f"a tap took {outcome.seconds[-1]:.1f} s"))


async def _dead_reader(group: Group) -> Line:
    """A further tablet, which says hello and then never reads again; the kernel keeps little for it."""
    tablet = group.tablet
    line = await Line.open(tablet.door, tablet.host, tablet.cookie, "/facilitator", tablet.auth, lambda *_: None)
    line.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    line.stop_reading()
    return line


async def _hostile(group: Group, outcome: Outcome) -> None:
    """Each over a connection of its own, which may well be closed for it."""
    phone = group.phones[0]
    long = '42/participant,["answer",{"id":"x","run":"' + "a" * 10 * 2**20 + '"}]'
    for packet in (*HOSTILE, long):
        line = await Line.open(phone.door, phone.host, phone.cookie, "/participant", phone.auth, lambda *_: None)
        for _ in range(3):
            line.packet(packet)
        await asyncio.sleep(0.05)
        await _taps(group, 1, outcome)
        line.cut()
        await line.over
    outcome.counts["hostile"] += len(HOSTILE) + 1
