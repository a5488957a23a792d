"""Property 8, *counter*: nothing that anybody can see moves because an answer, a pass, an edit or a withdrawal came.

Looked at after each: what every socket would have been sent, the log, the store's bytes, every count we keep, and
what a tablet and a wall would see if they came just now. On the tick the counter may move, and does.
"""

import json
from random import Random
from types import SimpleNamespace
from typing import cast

from prometheus_client import CollectorRegistry, make_wsgi_app
from werkzeug.test import Client

from facilitator.errors import Refused
from facilitator.house import House
from facilitator.live_session.tablet_view import facilitator_view
from facilitator.live_session.views import display_view, own_view, participant_view
from facilitator.server.metrics import Figures
from tests.privacy.path.outcome import Outcome
from tests.privacy.path.room import Room, room

PEOPLE = ("Ana", "Ben", "Chris", "Dee", "Eli", "Six", "Seven", "Eight")


def run(evenings: int, seed: int) -> Outcome:
    outcome = Outcome("8 counter", seed)
    looked, moved = 0, set[str]()
    for number in range(evenings):
        found, looks, counters = watch(seed + number)
        looked += looks
        moved |= set(counters)
        outcome.wrong += [f"seed {seed + number}: {one}" for one in found]
    outcome.wrong += ["the counter never moved on a tick"] if len(moved) < 2 else []
    outcome.figures = {"counter said": " ".join(sorted(moved)), "evenings": evenings, "things said": looked}
    return outcome


def watch(seed: int) -> tuple[list[str], int, list[str]]:
    """What moved with an answer, how many things were said, and what the counter said at each tick."""
    chance = Random(seed)  # noqa: S311
    moved: set[str] = set()
    counters: list[str] = []
    looks = 0
    with room(seed) as here:
        here.group(PEOPLE)
        here.at("b1/words")
        for _ in range(6):
            here.wait(5 - here.room.ticks % 5)
            here.broadcast.flush()
            before = _seen(here)
            for _ in range(chance.randint(1, 4)):
                _somebody_says_something(here, chance)
                now = _seen(here)
                moved |= {what for what in now if now[what] != before[what]}
                before, looks = now, looks + 1
            here.wait(5)
            counters.append(here.room.facts.of(here.run_id).how_many)
    return [f"{what} moved with an answer" for what in sorted(moved)], looks, counters


def _somebody_says_something(here: Room, chance: Random) -> None:
    name, do = chance.choice(PEOPLE), chance.choice(("answer", "answer", "pass", "withdraw"))
    here.clock.now -= 137
    try:
        here.gives(name, {"text": chance.randbytes(9).hex()} if do == "answer" else None, _revision(here), do)
    except Refused as refused:
        # Its answer is in a wave already: nothing may move then either.
        if refused.why != "in_a_wave":
            raise


def _revision(here: Room) -> int:
    here._taps += 1
    return here._taps


def _figures(here: Room) -> bytes:
    """What an operator's monitoring reads now, from the page itself."""
    registry = CollectorRegistry(auto_describe=False)
    house = SimpleNamespace(conductor=here.conductor, writer=here.writer)
    registry.register(Figures(cast(House, house), here.broadcast, None))
    told = Client(make_wsgi_app(registry)).get("/metrics")
    assert "facilitator_named_answers" in told.text
    return told.data


def _seen(here: Room) -> dict[str, object]:
    room_, now = here.room, here.clock.now
    state, facts = room_.state, room_.facts
    return {
        "the sockets": len(here.sockets.sent),
        "the log": len(here.lines.said),
        "the store": (here.store.path.read_bytes(), here.wal),
        "counts": (facts.beat, state.version, here.broadcast.coalesced, len(room_.done), here.writer.failing),
        "the page of figures": _figures(here),
        "the tablet's view": json.dumps(facilitator_view(state, facts, "en", now), sort_keys=True),
        "the wall's view": json.dumps(display_view(state, facts, "en"), sort_keys=True),
        "the phones' view": json.dumps(participant_view(state, facts, "en"), sort_keys=True),
        "a phone's own view": json.dumps([own_view(state, facts, seat) for seat in state.seats], sort_keys=True),
    }
