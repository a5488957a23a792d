"""Journeys: real Chromium, a server in a process of its own, one tablet, phones and a room screen."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.evening import cast as sockets
from tests.evening.conftest import PLAN, opened, signed_in
from tests.evening.library import CURRICULUM, write_library
from tests.evening.server import LiveServer
from tests.journeys.cast import Phone, Tablet, Wall
from tests.journeys.device import Device
from tests.journeys.watching import Watch

# What Chromium makes anew for each of its windows and no page of ours is in: its address bar, a spare renderer.
UNSEEN = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess")
# Chromium heeds the last such list alone, so whatever Playwright's own leaves out of a page's life is said again.
LEFT_OUT_BY_PLAYWRIGHT = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "MediaRouter",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join((*UNSEEN, *LEFT_OUT_BY_PLAYWRIGHT))}",
)
FRONT_DESK = "the front desk"
# What a person sets in the browser's own settings: letters of twice the size.
LARGE_LETTERS = "--blink-settings=defaultFontSize=32"
OWN = "01-own"
Kind = TypeVar("Kind", bound=Device)


@dataclass
class Journey:
    """The devices of one test, on one server, under one watch."""

    browser: Browser
    server: LiveServer
    pictures: Path
    watch: Watch
    staff: sockets.Browser | None = None
    live_session: str = ""
    devices: list[Device] = field(default_factory=list)

    def _device(self, kind: Callable[..., Kind], browser: Browser | None = None, **more: Any) -> Kind:
        device = kind(browser or self.browser, self.server.address, self.watch, self.pictures, **more)
        self.devices.append(device)
        return device

    def tablet(self, *, signed_in: bool = True) -> Tablet:
        """A tablet; where the journey begins with a live session it is signed in and at it."""
        tablet = self._device(Tablet)
        if not signed_in:
            return tablet
        if self.staff is not None:
            cookies = [
                {"name": one.name, "value": str(one.value), "url": self.server.address} for one in self.staff.jar
            ]
            tablet.context.add_cookies(cookies)  # type: ignore[arg-type]
        if self.live_session:
            tablet.opens_the_cockpit(self.live_session)
        return tablet

    def phone(self, name: str, **how: Any) -> Phone:
        return self._device(Phone, name=name, **how)

    def phones(self, address: str, *names: str) -> list[Phone]:
        """Phones that scanned the picture and have agreed."""
        phones = [self.phone(name) for name in names]
        for phone in phones:
            phone.comes_in(address)
        return phones

    def wall(self, *, clock: bool = False) -> Wall:
        """With `clock`, its time is in our hands."""
        wall = self._device(Wall)
        if clock:
            wall.page.clock.install()
        wall.turns_on()
        return wall

    def end(self) -> None:
        for device in self.devices:
            device.close()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def large_letters(browser: Browser, chromium: str) -> Iterator[Browser]:
    """A browser in which somebody has doubled the size of all text."""
    large = browser.browser_type.launch(executable_path=chromium, args=[*FLAGS, LARGE_LETTERS])
    yield large
    large.close()


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """One server for all journeys that need no other."""
    server = LiveServer(tmp_path_factory.mktemp("house"), FACILITATOR_WALK_TO=FRONT_DESK).start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def okoye(house: LiveServer) -> sockets.Browser:
    return signed_in(house)


@pytest.fixture(scope="module")
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that the server of a file with an `OWN_MODULE` has on its shelves."""
    return write_library(tmp_path_factory.mktemp("curricula"), {OWN: request.module.OWN_MODULE})


@pytest.fixture(scope="module")
def hall(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LiveServer, sockets.Browser]]:
    """A server over that library, and Dr. Okoye signed in there."""
    server = LiveServer(tmp_path_factory.mktemp("hall"), FACILITATOR_CURRICULA=str(library)).start()
    yield server, signed_in(server)
    server.stop()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """What every device showed when a journey went wrong is kept beside the other pictures."""
    report = yield
    journey = getattr(item, "funcargs", {}).get("journey") or getattr(item, "funcargs", {}).get("empty_house")
    if call.when == "call" and call.excinfo is not None and journey is not None:
        for number, device in enumerate(journey.devices):
            name = re.sub(r"\W+", "-", f"went-wrong-{item.name}-{number}-{device.kind}-{device.name}")
            device.page.screenshot(path=journey.pictures / f"{name}.png")
    return report


@pytest.fixture
def journey(browser: Browser, test_output: Path, request: pytest.FixtureRequest) -> Iterator[Journey]:
    """An evening that is open and waits for its tablet, phones and wall.

    Where the file writes an `OWN_MODULE`, it is an evening of that module alone, in a hall of its own.
    """
    server: LiveServer
    staff: sockets.Browser
    if hasattr(request.module, "OWN_MODULE"):
        server, staff = request.getfixturevalue("hall")
        live_session = opened(staff, (OWN,), curriculum=CURRICULUM)
    else:
        server, staff = request.getfixturevalue("house"), request.getfixturevalue("okoye")
        live_session = opened(staff, getattr(request.function, "plan", PLAN))
    yield from lived(Journey(browser, server, test_output, Watch(server.address), staff, live_session))


def lived(journey: Journey) -> Iterator[Journey]:
    """To its end; then nothing may have been asked of a third party, and nobody's console may have complained."""
    yield journey
    found = journey.watch.complaints + [problem for device in journey.devices for problem in device.problems]
    journey.end()
    assert not found, "\n\n".join(found)


@pytest.fixture
def others(journey: Journey) -> Iterator[list[sockets.Phone]]:
    """The rest of the group, for a test to fill: phones that answer over their sockets and nobody has to look at."""
    phones: list[sockets.Phone] = []
    yield phones
    for phone in phones:
        phone.disconnect()
