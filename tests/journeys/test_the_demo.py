"""`facilitator demo`: one person alone sees an evening under way within a minute."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.evening.server import LiveServer
from tests.journeys.conftest import Journey, lived
from tests.journeys.watching import Watch

DEMO = "This is a demo."


@pytest.fixture
def journey(browser: Browser, test_output: Path, tmp_path: Path) -> Iterator[Journey]:
    server = LiveServer(tmp_path).start("demo")
    yield from lived(Journey(browser, server, test_output, Watch(server.address)))
    server.stop()


def test_the_demo_runs_by_itself_and_says_what_it_is(journey: Journey) -> None:
    tablet = journey.tablet()
    tablet.opens(journey.server.wait_for_word(r"(http\S+/staff/demo/\S+)"))
    tablet.shows(DEMO)
    tablet.picture("demo-door")
    tablet.taps("Open the tablet")

    tablet.shows(DEMO)
    tablet.shows(re.compile("^8 here"))
    tablet.shows(re.compile(r"[1-8] of \d+ have answered\."))
    tablet.picture("demo")
    guest = journey.phone("Eli")
    guest.opens(journey.server.wait_for_word(r"A phone of your own: (\S+)"))
    guest.says("notice.demo")
    guest.scans(tablet.join_address())
    guest.says("notice.demo")
    guest.agrees()
    guest.says("demo")
    guest.picture("demo")
    wall = journey.wall()
    wall.shows("Demo: the people are made up")
