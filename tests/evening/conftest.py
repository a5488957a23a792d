"""An evening with the stable cast: Dr. Okoye with a tablet, Ana, Ben, Chris and Dee with phones, a wall."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from tests.evening.cast import Browser, Phone, Screen, Tablet, Wall
from tests.evening.server import LiveServer
from tests.evening.shelf import PLAN, a_shelf

MODES = ("eventlet", "threading", "stock")
"""The async modes, and eventlet once more with every socket on the library's own path."""


@dataclass
class Evening:
    """One live session of one group, and whoever is in it."""

    server: LiveServer
    staff: Browser
    live_session: str
    tablet: Tablet
    screens: list[Screen] = field(default_factory=list)

    @property
    def secret(self) -> str:
        return str(self.tablet.view["join"]["url"]).partition("#s=")[2]

    def phone(self, name: str, **how: str) -> Phone:
        """A phone that scanned the QR; with `code=…` one that typed it."""
        phone = Phone(self.server.address, name, **(how or {"secret": self.secret}))
        self.screens.append(phone)
        return phone

    def phones(self, *names: str) -> list[Phone]:
        return [self.phone(name) for name in names]

    def wall(self) -> Wall:
        wall = Wall(self.server.address)
        self.screens.append(wall)
        self.tablet.ask("pair_wall", code=wall.code())
        wall.wait("view", lambda view: True)
        return wall

    def another_tablet(self) -> Tablet:
        """Another tablet of the same facilitator."""
        tablet = Tablet(self.staff, self.live_session)
        self.screens.append(tablet)
        return tablet

    def restart(self) -> None:
        """`kill -9`, start again, and everyone comes back by themselves."""
        self.server.kill()
        self.server.start()
        for screen in [self.tablet, *self.screens]:
            screen.come_back()


def signed_in(server: LiveServer, browser: Browser | None = None) -> Browser:
    """The first account, made with the link that the server printed."""
    browser = browser or Browser(server.address)
    password = "a long enough password"
    browser.makes_account(
        server.first_link(), sign_in_name="okoye", name="Dr. Okoye", password=password, again=password
    )
    return browser


def opened(
    staff: Browser,
    plan: tuple[str, ...] = PLAN,
    name: str = "Thursday evening",
    *,
    curriculum: str = "iop-foundations",
) -> str:
    """A group, an agenda and a live session, made over the pages. The live session's id."""
    staff.post("/staff/groups", name=name)
    group = staff.at.rpartition("/")[2]
    staff.post("/staff/agendas", group=group)
    agenda = staff.at.rpartition("/")[2]
    for ref in plan:
        if ref == "break":
            staff.post(f"/staff/agendas/{agenda}", do="add:break")
        else:
            staff.post(f"/staff/agendas/{agenda}", do="add:module", ref=f"{curriculum}/{ref}")
    staff.post(f"/staff/agendas/{agenda}/start")
    found = re.search(r"/staff/live/(\w+)", staff.at)
    assert found, staff.at
    return found[1]


@pytest.fixture(params=MODES, scope="module")
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def server(mode: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """One server for all evenings of a file; `signed_in` has made its first account."""
    folder = tmp_path_factory.mktemp("evenings")
    stock = {"FACILITATOR_WIRE": "stock"} if mode == "stock" else {}
    server = LiveServer(
        folder / "data", "eventlet" if stock else mode, FACILITATOR_CURRICULA=a_shelf(folder), **stock
    ).start()
    yield server
    server.stop()
    print(server.said)


@pytest.fixture(scope="module")
def staff(server: LiveServer) -> Browser:
    return signed_in(server)


@contextmanager
def an_evening(server: LiveServer, staff: Browser) -> Iterator[Evening]:
    """A live session with its tablet; all its screens leave at the end."""
    live_session = opened(staff)
    evening = Evening(server, staff, live_session, Tablet(staff, live_session))
    yield evening
    for screen in [evening.tablet, *evening.screens]:
        screen.disconnect()


@pytest.fixture
def evening(server: LiveServer, staff: Browser) -> Iterator[Evening]:
    with an_evening(server, staff) as evening:
        yield evening
