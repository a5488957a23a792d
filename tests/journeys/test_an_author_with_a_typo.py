"""A module is saved with a mistake while a group is in it: staff are told, and nobody loses the evening."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.evening.conftest import opened, signed_in
from tests.evening.server import LiveServer
from tests.journeys.conftest import Journey, lived
from tests.journeys.watching import Watch

ROOT = Path(__file__).parent.parent.parent
MODULE = "iop-foundations/02-riding-out-an-urge.md"
LIBRARY = "/staff/library/iop-foundations/02-riding-out-an-urge"
GOOD = "```word_cloud\ntitle: Where it starts"
BROKEN = "```word_clod\ntitle: Where it starts"
PROBLEM = "A module file has a problem. The group keeps the version it opened with."


@pytest.fixture
def curricula(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "curricula", tmp_path / "curricula"))


@pytest.fixture
def journey(browser: Browser, test_output: Path, tmp_path: Path, curricula: Path) -> Iterator[Journey]:
    server = LiveServer(tmp_path / "data", FACILITATOR_CURRICULA=str(curricula)).start()
    staff = signed_in(server)
    yield from lived(Journey(browser, server, test_output, Watch(server.address), staff, opened(staff)))
    server.stop()


def test_a_broken_save_is_shown_to_staff_while_the_last_good_version_serves(journey: Journey, curricula: Path) -> None:
    tablet, desk = journey.tablet(), journey.tablet()
    (ana,) = journey.phones(tablet.join_address(), "Ana")
    tablet.begins()
    file = curricula / MODULE
    written = file.read_text()
    assert GOOD in written

    file.write_text(written.replace(GOOD, BROKEN))

    tablet.shows(PROBLEM)
    tablet.picture("a-module-with-a-problem")
    desk.opens("/staff/")
    desk.shows("to mend in the curriculum files")
    desk.shows(MODULE)
    desk.picture("problem-of-the-curriculum")
    desk.opens(LIBRARY)
    desk.shows("Where in your body does a small urge show up first?")
    tablet.goes_to("Where it starts", of="Riding out an urge")
    ana.is_at("Where it starts")

    file.write_text(written)

    tablet.does_not_show(PROBLEM)
    desk.opens("/staff/")
    expect(desk.page.get_by_text("to mend in the curriculum files")).to_have_count(0)
