"""What every room's tests share: where the browser is, where pictures are kept, how long to look for surprises."""

import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import structlog
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling
from xdist.workermanage import WorkerController

from facilitator.storage import database

ROOT = Path(__file__).parent.parent
JOURNEYS = "tests/journeys/"
EVERY_KIND = f"{JOURNEYS}test_every_kind.py"
LONGEST_FIRST = (
    *(f"{JOURNEYS}test_{name}.py" for name in ("hostile_strings", "a_whole_evening", "every_screen", "every_kind")),
    *(f"tests/{place}" for place in ("journeys/", "faults/", "evening/", "privacy/", "doors/", "bench/", "wire/")),
    *(f"tests/{place}" for place in ("operating/", "browser/", "test_the_wheel.py", "server/", "web/")),
)
MOST_WORKERS = 8
CHROMIUM = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
NOT_WANTED = "NO_BROWSER=1: needs Chromium"
_MIGRATE = database.migrate

# A machine that is busy with something else is no reason to fail.
settings.register_profile("house", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


class ByTheirKind(LoadScopeScheduling):
    """Whole files go to a worker, kinds one by one.

    Every second worker begins with the journeys, and the others come to them last. So few browsers run at once and
    none stands still; and what waits for a clock begins early, not last.
    """

    def _split_scope(self, nodeid: str) -> str:
        return nodeid if nodeid.startswith(EVERY_KIND) else nodeid.split("::", maxsplit=1)[0]

    def _assign_work_unit(self, node: WorkerController) -> None:
        likes_journeys = self.nodes.index(node) % 2 == 0
        liked = (file for file in self.workqueue if file.startswith(JOURNEYS) == likes_journeys)
        for file in itertools.islice(liked, 1):
            self.workqueue.move_to_end(file, last=False)
        super()._assign_work_unit(node)


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Iterator[None]:
    """A command that a test calls in this process writes its log where that test looks, and nobody after it."""
    before = structlog.get_config()
    yield
    structlog.configure(**before)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByTheirKind:
    # Files stay in the order of `LONGEST_FIRST`: by their number of tests the longest would come last.
    config.option.loadscopereorder = False
    return ByTheirKind(config, log)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Two for each core: while one waits for a browser or for a clock, another works."""
    return min(2 * (os.cpu_count() or 1), MOST_WORKERS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever takes long comes first. Whatever asks for Chromium is a browser test, marked or not."""
    items.sort(key=lambda item: _place(item.nodeid))
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
        if _without_browser() and item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=NOT_WANTED))


def _place(nodeid: str) -> int:
    return next((place for place, start in enumerate(LONGEST_FIRST) if nodeid.startswith(start)), len(LONGEST_FIRST))


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
