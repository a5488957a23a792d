"""Hostile strings through every field, shown in a real Chromium: no script runs, none is even made, nothing is asked
of anyone else. Every second evening the browser is told not to heed our policy, so that escaping is tried alone."""

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from facilitator.generating.activities_md import kinds_of_the_house
from scripts.find_chromium import find
from tests.doors.hostile_desk import HostileDesk
from tests.doors.hostile_evening import HostileEvening
from tests.doors.hostile_house import HostileHouse
from tests.doors.looking import Lookout
from tests.doors.strings import Hostile
from tests.doors.writing import write_curriculum
from tests.evening.conftest import signed_in
from tests.evening.library import write_house
from tests.journeys.conftest import FLAGS
from tests.privacy.path.outcome import Outcome

IN_AN_EVENING = 20
"""Kinds. A plan holds thirty parts."""


def run(rounds: int, seed: int, *, people: int = 16) -> Outcome:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(FLAGS))
        outcome = run_in(browser, rounds, seed, people=people)
        browser.close()
    return outcome


def run_in(
    browser: Browser,
    rounds: int,
    seed: int,
    *,
    people: int,
    kinds: int | None = None,
    plant: Callable[[BrowserContext], None] | None = None,
) -> Outcome:
    """`kinds`: only so many in each round, the next ones in the next. `plant`: see `Lookout`."""
    hostile, done = Hostile(Random(seed)), Counter[str]()  # noqa: S311 - the same strings for the same seed
    with tempfile.TemporaryDirectory() as folder:
        shelves = Path(folder, "curricula")
        shelves.mkdir()
        write_house(shelves)
        plans = [plan for number in range(rounds) for plan in _write(shelves, number, hostile, kinds)]
        with _a_server(Path(folder), shelves, hostile) as server:
            lookout = Lookout(server.address.partition("//")[2], hostile, plant)
            desk = HostileDesk(server, signed_in(server), browser, lookout, hostile)
            desk.colleagues()
            for number, plan in enumerate(plans):
                _evening(desk, plan, people, done, policy=number % 2 == 0)
            desk.walk("/staff/", policy=True)
            desk.what_there_is_to_mend()
            desk.spreadsheets()
            if "Traceback" in server.said:
                lookout.wrong.append(f"the server broke: {server.said[-2000:]}")
    outcome = Outcome("hostile strings", seed, wrong=lookout.wrong)
    outcome.figures |= {
        "strings made": hostile.dealt,
        "of them shown": len(hostile.seen),
        "kinds of activity": len({slug[2:] for _, slugs in plans for slug in slugs}),
        "what the group sent": dict(done),
        "looks at a page": sum(lookout.looks.values()),
        "strings shown, looks": {
            surface: (len(lookout.shown[surface]), looks) for surface, looks in sorted(lookout.looks.items())
        },
    }
    return outcome


def _write(shelves: Path, number: int, hostile: Hostile, kinds: int | None) -> list[tuple[str, list[str]]]:
    """(curriculum, slugs of one evening), for as many evenings as the kinds take."""
    every = kinds_of_the_house()
    few = (
        every
        if kinds is None
        else [every[(number + place * len(every) // kinds) % len(every)] for place in range(kinds)]
    )
    curriculum = f"hostile-{number + 1:02}"
    slugs = write_curriculum(shelves / curriculum, few, hostile, number)
    return [(curriculum, slugs[first : first + IN_AN_EVENING]) for first in range(0, len(slugs), IN_AN_EVENING)]


@contextmanager
def _a_server(folder: Path, shelves: Path, hostile: Hostile) -> Iterator[HostileHouse]:
    server = HostileHouse(folder, shelves, hostile)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def _evening(desk: HostileDesk, plan: tuple[str, list[str]], people: int, done: Counter[str], *, policy: bool) -> None:
    """With the pages that staff, and nobody in particular, can read then. Its record is read in the other way."""
    curriculum, slugs = plan
    live_session = desk.group_of(slugs, curriculum)
    HostileEvening(
        desk.server, desk.staff, desk.browser, desk.lookout, desk.hostile, live_session, policy, people, done
    ).live()
    desk.knocks(8, policy=policy)
    desk.walk(f"/staff/record/{live_session}", policy=not policy, within="/staff/record")
