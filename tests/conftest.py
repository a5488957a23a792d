"""What every room's tests share: where the browser is, where pictures are kept, how long to look for surprises."""

import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from facilitator.storage import database

ROOT = Path(__file__).parent.parent
JOURNEYS = "tests/journeys/"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
NOT_WANTED = "NO_BROWSER=1: needs Chromium"
_MIGRATE = database.migrate

# A machine that is busy with something else is no reason to fail.
settings.register_profile("house", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


class OneBrowser(LoadScopeScheduling):
    """Whole files go to a worker, and all journeys to the same one: two browsers at once starve each other.

    xdist's own groups would say this with a mark, but under pytest 9.2 version 3.8 does not see them.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::", maxsplit=1)[0]
        return JOURNEYS if file.startswith(JOURNEYS) else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> OneBrowser:
    return OneBrowser(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever asks for Chromium is a browser test, marked or not."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
        if _without_browser() and item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=NOT_WANTED))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A run without a browser says what it did not look at."""
    if not _without_browser():
        return
    left_out = [report for report in terminalreporter.getreports("skipped") if NOT_WANTED in str(report.longrepr)]
    terminalreporter.section(f"NO_BROWSER=1: {len(left_out)} browser tests left out")
    for report in left_out:
        terminalreporter.line(report.nodeid)


def _without_browser() -> bool:
    return os.environ.get("NO_BROWSER", "") not in ("", "0")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The system's Chromium; `make test` has installed it."""
    found = next(filter(None, map(shutil.which, (os.environ.get("CHROMIUM") or "", *CHROMIUM))), None)
    if found is None:
        pytest.fail("Chromium is missing. Install the package `chromium`, or set NO_BROWSER=1.")
    return found


@pytest.fixture(scope="session")
def test_output() -> Path:
    """The folder for pictures and traces; it stays after the run."""
    folder = ROOT / "test-output"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture
def quick_stores(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new store is a copy of one that the migrations made. Those are for `tests/storage/` and every live server."""

    def copied(path: Path) -> None:
        if path.stat().st_size:
            _MIGRATE(path)
        else:
            path.write_bytes(_migrated())

    monkeypatch.setattr(database, "migrate", copied)


@cache
def _migrated() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "made")
        _MIGRATE(path)
        assert list(path.parent.iterdir()) == [path], "Part of it is still in its log."
        return path.read_bytes()
