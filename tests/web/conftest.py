"""A whole server without its sockets: real store, real writer, real curricula; browsers are Flask's test clients."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask.testing import FlaskClient
from jinja2 import BytecodeCache, FileSystemBytecodeCache
from werkzeug.test import TestResponse

from facilitator import config as configuration
from facilitator import places
from facilitator.app import Server, create_app
from facilitator.conducting.answering import Say
from facilitator.curriculum.library import Library
from facilitator.house import House
from facilitator.live_session import commands as c
from facilitator.live_session.commands import Command
from facilitator.people import groups, staff
from facilitator.people.authority import Role
from facilitator.people.passwords import Passwords
from facilitator.server.garbage import Garbage
from facilitator.storage import jottings

Tap = Callable[[Command], None]

PASSWORD = "harbor lantern quilt"
NOTICE = "The notice that the programme wrote."
CHECK_IN, URGE, CHECK_OUT = (
    f"iop-foundations/{slug}" for slug in ("01-check-in", "02-riding-out-an-urge", "08-check-out")
)


@dataclass
class Browser:
    """Somebody's browser. It says, as browsers do, that its forms come from our own page."""

    client: FlaskClient

    def opens(self, address: str, **more: Any) -> TestResponse:
        return self.client.get(address, buffered=True, **more)

    def sends(self, address: str, _json: Any = None, **fields: str | list[str]) -> TestResponse:
        return self.client.post(address, data=fields, headers={"Sec-Fetch-Site": "same-origin"})

    def puts(self, address: str, body: Any) -> TestResponse:
        return self.client.put(address, json=body, headers={"Sec-Fetch-Site": "same-origin"})


@pytest.fixture(scope="session")
def shipped() -> Library:
    """The curricula we ship, read once: tests only look at them."""
    return Library(places.curricula())


@pytest.fixture(scope="session")
def drawn_before(tmp_path_factory: pytest.TempPathFactory) -> BytecodeCache:
    """Pages as Jinja understood them at their first drawing."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


@pytest.fixture
def server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shipped: Library, drawn_before: BytecodeCache, quick_stores: None
) -> Iterator[Server]:
    monkeypatch.setattr("facilitator.app.Library", lambda _folder, wait: shipped)
    monkeypatch.setenv("FACILITATOR_ASYNC_MODE", "threading")
    monkeypatch.setenv("XDG_RUNTIME_DIR", "")
    config = configuration.read(
        {"FACILITATOR_PART2_NOTICE": NOTICE}, data=str(tmp_path / "data"), time_zone="America/Chicago"
    )
    server = create_app(config)
    server.house.sign_ins.passwords = Passwords(
        lambda call: call(), PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    )
    # It would look through everything of all tests before, and switch Python's own looks off for all that come.
    for look in ("begin", "tick"):
        monkeypatch.setattr(Garbage, look, lambda *_: None)
    server.app.testing = False
    server.app.jinja_env.bytecode_cache = drawn_before
    server.start()
    yield server
    server.stop()


@pytest.fixture
def house(server: Server) -> House:
    return server.house


@pytest.fixture
def browser(server: Server) -> Callable[[], Browser]:
    return lambda: Browser(server.app.test_client())


@pytest.fixture
def account(house: House) -> Callable[..., None]:
    """`account("okoye", "Dr. Okoye", "operator")` makes an account with the cast's password; a facilitator's, or so."""

    def make(staff_id: str, name: str, *roles: Role) -> None:
        hashed = house.sign_ins.passwords.hash(PASSWORD)
        house.writer.wait(
            lambda conn: staff.add(
                conn,
                staff_id,
                sign_in_name=staff_id,
                name=name,
                password_hash=hashed,
                at=1,
                roles=roles or ("facilitator",),
            )
        )

    return make


@pytest.fixture
def okoye(account: Callable[..., None], browser: Callable[[], Browser], house: House) -> Browser:
    """Dr. Okoye, signed in; the group on Thursday evenings is hers, and so are the keys of the house."""
    account("okoye", "Dr. Okoye", "facilitator", "operator")
    house.writer.wait(lambda conn: groups.add(conn, "thursday", owner="okoye", name="Thursday evening", at=1))
    return signed_in(browser(), "okoye")


@pytest.fixture
def mallory(account: Callable[[str, str], None], browser: Callable[[], Browser]) -> Browser:
    """Has an account, but nothing here is theirs."""
    account("mallory", "Mallory")
    return signed_in(browser(), "mallory")


def signed_in(browser: Browser, sign_in_name: str) -> Browser:
    came = browser.sends("/staff/sign-in", sign_in_name=sign_in_name, password=PASSWORD)
    assert came.status_code == 303
    return browser


@pytest.fixture
def tonight(okoye: Browser, house: House) -> str:
    """A live session of the group on Thursday evenings, gathering."""
    return house.opening.open_session(group="thursday", blocks=[(CHECK_IN, None), ("break", 10)], by="okoye")


@pytest.fixture
def tap(house: House, tonight: str) -> Callable[[Command], None]:
    """Dr. Okoye's tablet asks for something, and has it."""
    return lambda command: house.conductor.ask_and_wait(tonight, command, "staff:okoye")


@pytest.fixture
def code(house: House, tonight: str) -> str:
    return house.conductor.rooms[tonight].facts.join["code"]


@pytest.fixture
def secret(house: House, tonight: str) -> str:
    return house.conductor.rooms[tonight].facts.join["url"].partition("#s=")[2]


@pytest.fixture
def record(okoye: Browser, browser: Callable[[], Browser], house: House, tonight: str, tap: Tap, secret: str) -> str:
    """The address of the record of an evening that Ana came to, answered in, and that is over."""
    ana = browser()
    ana.sends("/join", secret=secret, name="Ana", language="en")
    ana.sends("/group/agreement", version="1")
    room = house.conductor.rooms[tonight]
    seat = next(iter(room.state.seats))
    tap(c.ConfirmMinutes(seat, "in"))
    tap(c.Begin())
    named = next(f"b1/{step.key}" for step in room.state.blocks[0].steps if step.promise == "named")
    if room.state.step != named:
        tap(c.GoToStep(room.state.step or "", named))
    say(house, tonight, seat, {"values": {"craving": 7}})
    house.writer.wait(lambda conn: jottings.keep(conn, tonight, "okoye", "Call Ana's sister.", at=1))
    tap(c.EndSession())
    house.conductor.clock = lambda: house.clock() + 120_000
    while tonight in house.conductor.rooms:
        house.conductor.tick()
    return f"/staff/record/{tonight}"


def say(house: House, tonight: str, seat: str, answer: dict[str, object]) -> None:
    told = house.hub.waiter()
    room = house.conductor.rooms[tonight]
    run = room.state.run_of_step(room.state.step)
    assert run is not None
    house.answering.say(room, seat, Say(run.id, "answer", 1, answer), told.put)
    assert told.get() is None
