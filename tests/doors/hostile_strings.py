"""Hostile strings through every field, shown in a real Chromium: no script runs, none is even made, nothing is asked
of anyone else. Every second round the browser is told not to heed our policy, so that escaping is tried alone."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from playwright.sync_api import Browser, sync_playwright

from facilitator.generating.activities_md import kinds_of_the_house
from scripts.find_chromium import find
from tests.doors.hostile_desk import HostileDesk
from tests.doors.hostile_evening import HostileEvening
from tests.doors.looking import Lookout
from tests.doors.strings import Hostile
from tests.doors.writing import write_curriculum, write_house
from tests.evening.conftest import signed_in
from tests.evening.server import LiveServer
from tests.journeys.conftest import FLAGS
from tests.privacy.path.outcome import Outcome

IN_AN_EVENING = 20
"""Kinds. A plan holds thirty parts."""
ENDED_FOR_GOOD = 66
"""Seconds after *End the session*: until then it can be taken back, and there is no record."""


def run(rounds: int, seed: int, *, people: int = 12) -> Outcome:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(FLAGS))
        outcome = run_in(browser, rounds, seed, people=people)
        browser.close()
    return outcome


def run_in(browser: Browser, rounds: int, seed: int, *, people: int, kinds: int | None = None) -> Outcome:
    """`kinds`: only so many in each round, the next ones in the next."""
    outcome = Outcome("hostile strings", seed)
    hostile = Hostile(Random(seed))  # noqa: S311 - the same strings for the same seed
    with tempfile.TemporaryDirectory() as folder:
        shelves = Path(folder, "curricula")
        shelves.mkdir()
        write_house(shelves)
        plans = [plan for number in range(rounds) for plan in _write(shelves, number, hostile, kinds)]
        with _a_server(Path(folder, "data"), shelves, hostile) as server:
            lookout = Lookout(server.address.partition("//")[2], hostile)
            desk = HostileDesk(server, signed_in(server), browser, lookout, hostile)
            evenings = _rounds(plans, desk, people)
            _afterwards(plans, evenings, desk)
            if "Traceback" in server.said:
                lookout.wrong.append(f"the server broke: {server.said[-2000:]}")
    outcome.wrong += lookout.wrong
    outcome.figures |= {
        "strings made": hostile.dealt,
        "of them shown by Chromium as text": len(hostile.seen),
        "answers given": sum(evening.said for evening in evenings),
        "kinds of activity": len(kinds_of_the_house()),
        "looks at a page": lookout.pages,
    }
    return outcome


def _write(shelves: Path, number: int, hostile: Hostile, kinds: int | None) -> list[tuple[str, list[str]]]:
    """(curriculum, slugs of one evening), for as many evenings as the kinds take."""
    every = kinds_of_the_house()
    few = every if kinds is None else [every[(number * kinds + place) % len(every)] for place in range(kinds)]
    curriculum = f"hostile-{number + 1:02}"
    slugs = write_curriculum(shelves / curriculum, few, hostile, number)
    return [(curriculum, slugs[first : first + IN_AN_EVENING]) for first in range(0, len(slugs), IN_AN_EVENING)]


@contextmanager
def _a_server(data: Path, shelves: Path, hostile: Hostile) -> Iterator[LiveServer]:
    """Even what the programme itself writes into its settings is hostile."""
    settings = {
        "FACILITATOR_WALK_TO": hostile.of(60),
        "FACILITATOR_PART2_NOTICE": hostile.filling(300),
        "FACILITATOR_CURRICULA": str(shelves),
    }
    server = LiveServer(data, **settings).start()
    try:
        yield server
    finally:
        server.stop()


def _rounds(plans: list[tuple[str, list[str]]], desk: HostileDesk, people: int) -> list[HostileEvening]:
    desk.colleagues()
    evenings = []
    for number, (curriculum, slugs) in enumerate(plans):
        live_session, policy = desk.group_of(slugs, curriculum), number % 2 == 0
        evening = HostileEvening(
            desk.server, desk.staff, desk.browser, desk.lookout, desk.hostile, live_session, policy, people
        )
        evening.live()
        evenings.append(evening)
        desk.knocks(8, policy=policy)
    return evenings


def _afterwards(plans: list[tuple[str, list[str]]], evenings: list[HostileEvening], desk: HostileDesk) -> None:
    """What staff read and write away from the group; then the records, once the last evening is over for good."""
    ended = time.monotonic()
    desk.walk(desk.staff, ["/staff/"], policy=True)
    desk.walk(desk.author, ["/staff/library"], policy=False, forms=False)
    previews = [f"/staff/library/{name}/{slug}/preview" for name, slugs in plans for slug in slugs[:6]]
    desk.walk(desk.staff, [f"{each}/{screen}/1" for each in previews for screen in ("phone", "wall")], policy=True)
    time.sleep(max(0.0, ENDED_FOR_GOOD - (time.monotonic() - ended)))
    for number, evening in enumerate(evenings):
        desk.walk(desk.staff, [f"/staff/record/{evening.live_session}"], policy=number % 2 == 1)
