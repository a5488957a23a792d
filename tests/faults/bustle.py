"""What a group does while faults happen to it: everyone writes, changes their mind and calls; the tablet moves on."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from random import Random

from tests.faults.clients import Phone, Tablet
from tests.faults.group import Group, a_step

OPEN = ("open", "last_call")


@contextlib.asynccontextmanager
async def bustle(group: Group, *, pace: float = 0.3, fickle: float = 0.2) -> AsyncIterator[None]:
    """Inside, everyone is busy. `pace`: seconds between two things that one person does, about.

    `fickle`: how likely somebody who has answered says something else. Where kills are to lose answers, most
    are content: what would be overwritten anyway is easily lost unnoticed.
    """
    tasks = [asyncio.ensure_future(_participant(phone, pace, fickle)) for phone in group.phones]
    tasks += [asyncio.ensure_future(_facilitator(tablet, pace * 3)) for tablet in group.tablets]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        for ended in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(ended, Exception):
                raise ended


async def _participant(phone: Phone, pace: float, fickle: float) -> None:
    chance = phone.chance
    while True:
        await asyncio.sleep(chance.uniform(0, 2 * pace))
        activity = phone.view.get("activity")
        if chance.random() < 0.02 and not _calling(phone):
            phone.call_staff()
        elif chance.random() < 0.03:
            phone.reload()
        elif activity and activity["phase"] in OPEN and _has_more_to_say(phone, activity["run"], fickle):
            phone.give(activity, _what(phone, activity["run"], chance))
            if chance.random() < 0.05:
                phone.reload()


def _calling(phone: Phone) -> bool:
    """A place has one open call at a time."""
    return any(status != "seen" for status in phone.calls.values())


def _has_more_to_say(phone: Phone, run: str, fickle: float) -> bool:
    return run not in phone.parcels or phone.chance.random() < fickle


def _what(phone: Phone, run: str, chance: Random) -> str:
    if run not in phone.parcels:
        return "answer" if chance.random() < 0.9 else "pass"
    return chance.choice(("answer", "answer", "answer", "pass", "withdraw"))


async def _facilitator(tablet: Tablet, pace: float) -> None:
    chance = tablet.chance
    while True:
        await asyncio.sleep(chance.uniform(pace / 2, 2 * pace))
        view = tablet.view
        if not tablet.asked:
            _does_something(tablet, view, chance)


def _does_something(tablet: Tablet, view: dict, chance: Random) -> None:
    unseen = [call["call"] for call in view["calls"] if not call["seen"]]
    words = [word for word in view["waiting"] if word["may_show"] and word["where"] == "waiting"]
    here = next((run["activity"] for run in view["runs"] if run["activity"]["step"] == view["step"]), None)
    dice = chance.random()
    if unseen and dice < 0.3:
        tablet.ask("see_call", call=unseen[0])
    elif words and dice < 0.5:
        tablet.approve(chance.choice(words))
    elif here and here["phase"] == "closed" and dice < 0.7:
        tablet.ask("ask_again", step=view["step"])
    elif here and here["phase"] == "open" and dice < 0.6:
        tablet.ask("close_activity", run=here["run"])
    elif dice > 0.95:
        tablet.tap("extend_timer", step=view["step"], minutes=1)
    elif dice > 0.5:
        step = a_step(chance, chance.choice(("named", "anonymous")))
        tablet.tap("go_to_step", from_step=view["step"], step=step)
    else:
        tablet.tap(chance.choice(("next_step", "back_step")), from_step=view["step"])
