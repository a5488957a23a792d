"""Before names leave the house, a tablet that was left lying about asks its owner who they are."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.evening.conftest import signed_in
from tests.evening.server import LiveServer
from tests.journeys.cast import PASSWORD, Tablet
from tests.journeys.conftest import Journey, lived
from tests.journeys.watching import Watch

NOT_YET = "401 (UNAUTHORIZED)"
WRONG = "400 (BAD REQUEST)"
HAND, PHONE = {"width": 1180, "height": 820}, {"width": 390, "height": 844}


@pytest.fixture
def journey(browser: Browser, test_output: Path, tmp_path: Path) -> Iterator[Journey]:
    """Dr. Okoye has a group, signed in six minutes ago, and nobody knows who holds the tablet since."""
    server = LiveServer(tmp_path).start()
    okoye = signed_in(server)
    okoye.post("/staff/groups", name="Thursday evening")
    server.stop()
    with closing(sqlite3.connect(tmp_path / "facilitator.sqlite")) as conn, conn:
        conn.execute("UPDATE sign_ins SET signed_in_at = signed_in_at - 360000")
    server.start()
    yield from lived(Journey(browser, server, test_output, Watch(server.address), okoye))
    server.stop()


def looks_right_on_both(tablet: Tablet, name: str) -> None:
    for size in (HAND, PHONE):
        tablet.page.set_viewport_size(size)
        tablet.looks_right(f"{name}-{size['width']}")


def test_a_tablet_left_lying_about_asks_who_is_there(journey: Journey) -> None:
    journey.watch.expect(NOT_YET)
    journey.watch.expect(WRONG)
    tablet = journey.tablet()
    tablet.opens("/staff/")
    tablet.taps("Thursday evening")
    tablet.opens(f"{tablet.page.url}/attendance.csv")
    looks_right_on_both(tablet, "is-it-you")
    tablet.fills("Your password", "not the one")
    tablet.taps("Go on", exact=True)
    tablet.shows("not the password that you have now")
    expect(tablet.page.get_by_label("Your password")).to_be_focused()
    looks_right_on_both(tablet, "it-was-not")
    tablet.fills("Your password", PASSWORD)
    with tablet.page.expect_download() as saved:
        tablet.taps("Go on", exact=True)

    assert saved.value.suggested_filename == "attendance.csv"
