"""A group in one live session of a server under faults: who is in it, and what an evening of theirs is like."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from tests.evening.cast import Browser
from tests.faults import checker, stored
from tests.faults.checker import Wrong
from tests.faults.clients import Phone, Screen, Tablet, Wall
from tests.faults.history import History, seeded
from tests.faults.server import PATIENCE, FaultyServer

CAST = ("Ana", "Ben", "Chris", "Dee", "Eli")
PASSWORD = "a long enough password"
STEPS = 24
PROMISES = (None, "named", "anonymous")


def people(count: int) -> list[str]:
    """The cast, and further seats of the same names, numbered. Each is in no other one's name."""
    return [f"{CAST[place % len(CAST)]}·{place:03}" for place in range(count)]


def write_curriculum(curricula: Path) -> None:
    """A long walk: two of three steps ask something, one with names and one without; and a stroll that asks nothing."""
    folder = curricula / "walks"
    folder.mkdir(parents=True)
    (folder / "curriculum.md").write_text("---\ntitle: Walks\nlanguage: en\n---\n\nWalks.\n")
    (folder.parent / "agreement.md").write_text("---\nversion: 1\ntitle: Our agreement\n---\n\nYou can pass.\n")
    (folder.parent / "concern.md").write_text("---\nversion: 1\ntitle: When it worries you\n---\n\nStay calm.\n")
    head = "---\ntitle: A walk\ndiscipline: process\nminutes: 240\n---\n"
    (folder / "01-a-walk.md").write_text(head + "".join(_step(number) for number in range(STEPS)))
    (folder / "02-a-stroll.md").write_text(head + "".join(_step(number, asks=False) for number in range(STEPS)))


def _step(number: int, *, asks: bool = True) -> str:
    heading = f"\n## Step {number} {{#place-{number} minutes=10}}\n\nWalk on.\n"
    promise = PROMISES[number % 3]
    if not asks or promise is None:
        return heading
    return f"{heading}\n```free_text\npromise: {promise}\nquestion: What do you see?\n```\n"


def a_step(chance: Random, promise: str) -> str:
    """One of the walk's steps with this promise."""
    return f"b1/place-{chance.randrange(PROMISES.index(promise), STEPS, 3)}"


async def sign_in(server: FaultyServer) -> Browser:
    """The first account, made with the link that the server printed."""

    def sign() -> Browser:
        browser = Browser(f"http://{server.host}")
        link = re.search(r"(http\S+/staff/first#\S+)", server.said)
        assert link, server.said
        browser.makes_account(link[1], sign_in_name="okoye", name="Dr. Okoye", password=PASSWORD, again=PASSWORD)
        browser.post("/staff/groups", name="Thursday evening")
        return browser

    async with asyncio.timeout(PATIENCE):
        while "/staff/first#" not in server.said:
            await asyncio.sleep(0.02)
    return await asyncio.to_thread(sign)


@dataclass
class Group:
    """`door`: where its screens connect to, if not to the server itself."""

    server: FaultyServer
    staff: Browser
    chance: Random
    live_session: str
    history: History
    tablets: list[Tablet] = field(default_factory=list)
    phones: list[Phone] = field(default_factory=list)
    walls: list[Wall] = field(default_factory=list)
    door: tuple[str, int] | None = None

    @classmethod
    async def gather(
        cls,
        server: FaultyServer,
        staff: Browser,
        chance: Random,
        *,
        phones: int = 7,
        tablets: int = 1,
        wall: bool = True,
        module: str = "01-a-walk",
        door: tuple[str, int] | None = None,
    ) -> "Group":
        """A new live session with everyone in it, on its first step."""
        live_session = await asyncio.to_thread(_open, staff, module)
        group = cls(server, staff, chance, live_session, History(chance), door=door)
        for number in range(tablets):
            await group.add_tablet(number)
        for name in people(phones):
            await group.add_phone(name)
        for _ in range(wall):
            await group.add_wall()
        group.tablet.tap("begin")
        await group.tablet.until(lambda: group.tablet.view["phase"] == "running")
        return group

    @property
    def tablet(self) -> Tablet:
        return self.tablets[0]

    @property
    def screens(self) -> list[Screen]:
        return [*self.tablets, *self.phones, *self.walls]

    async def add_tablet(self, number: int) -> None:
        tablet = self._screen(Tablet, f"tablet {number + 1}", self.staff.cookie, live_session=self.live_session)
        self.tablets.append(tablet)
        await tablet.until(lambda: tablet.view)

    async def add_phone(self, name: str, *, start: bool = True) -> Phone:
        self.history.names.add(name)
        secret = self.tablet.view["join"]["url"].partition("#s=")[2]
        cookie = await asyncio.to_thread(_join, f"http://{self.server.host}", secret, name)
        phone: Phone = self._screen(Phone, name, cookie, start=start)
        phone.keeps = self.server.control.now().get("bug") != "the_outbox_is_dropped_on_a_reload"
        self.phones.append(phone)
        await self.until(lambda: name in self._seats())
        phone.seat = self._seats()[name]
        if start:
            await phone.until(lambda: phone.own and phone.view)
        return phone

    def _seats(self) -> dict[str, str]:
        """By name, as the tablet knows them; what a phone says of itself may be what is wrong."""
        return {row["name"]: row["seat"] for row in self.tablet.view["roster"]}

    async def add_wall(self) -> None:
        browser = Browser(f"http://{self.server.host}")
        await asyncio.to_thread(browser.get, "/display")
        wall = self._screen(Wall, "wall", browser.cookie)
        self.walls.append(wall)
        await wall.until(lambda: wall.code)
        self.tablet.ask("pair_wall", code=wall.code)
        await wall.until(lambda: wall.view)

    def _screen(self, kind: Any, who: str, cookie: str, *, start: bool = True, **auth: str) -> Any:
        chance = seeded(self.chance.getrandbits(64))
        screen = kind(who, self.history, chance, self.server.host, cookie, **auth)
        if self.door is not None:
            screen.door = self.door
        if start:
            screen.start()
        return screen

    async def settle(self, within: float = PATIENCE, *, hurried: bool = True) -> None:
        """Everyone is back, everything is answered, every sealed run is closed; if not, the history says so.

        `hurried`: the server's clock goes forward, so that nobody waits for what closes in a moment.
        """
        try:
            await self._settled(within, hurried)
        except TimeoutError:
            away = [screen.who for screen in self.screens if screen.line is None]
            waits = {screen.who: len(screen.asked) for screen in self.screens if screen.asked}
            elsewhere = [screen.who for screen in self.screens if screen.step != self.tablet.step]
            open_now = [
                run["activity"]["run"] for run in self.tablet.view["runs"] if run["activity"]["phase"] != "closed"
            ]
            self.history.note("everyone", "unsettled", away=away, waits=waits, elsewhere=elsewhere, open=open_now)

    async def end(self) -> None:
        """The day is over. Its minute in which that can be taken back goes by as it does for everyone."""
        self.tablet.ask("end_session")
        await self.tablet.until(lambda: self.tablet.view["phase"] == "ended", 90)

    async def _settled(self, within: float, hurried: bool) -> None:
        for screen in self.screens:
            await screen.until(lambda screen=screen: screen.line is not None and not screen.asked, within)
        for run in self.tablet.view["runs"]:
            if run["activity"]["phase"] != "closed":
                self.tablet.ask("close_activity", run=run["activity"]["run"])
        await self.tablet.until(lambda: not self.tablet.asked)
        if hurried:
            self.hurry(30)
        await self.tablet.until(lambda: all(each["activity"]["phase"] == "closed" for each in self.tablet.view["runs"]))
        await self.tablet.until(lambda: not self.tablet.asked)
        # Not by one screen's own news: the tablet is told last, when the others have heard all they will hear.
        await self.until(lambda: all(screen.step == self.tablet.step for screen in self.screens), within)

    async def until(self, holds: Callable[[], bool], within: float = PATIENCE) -> None:
        """Wait for something that several screens have to show. Raises TimeoutError."""
        async with asyncio.timeout(within):
            while not holds():
                await asyncio.sleep(0.002)

    def hurry(self, seconds: int) -> None:
        """The server's clock goes forward: what is due in these seconds is due now."""
        control = self.server.control
        control.add(clock=control.now().get("clock", 0) + seconds * 1000)

    async def leave(self) -> None:
        for phone in self.phones:
            phone.says_what_waits()
        for screen in self.screens:
            await screen.stop()

    def judged(self) -> list[Wrong]:
        """What the checker says. The server must have ended."""
        return checker.judge(self.history, stored.read(self.server.data, self.live_session))


def _open(staff: Browser, module: str) -> str:
    page = staff.get("/staff/")
    group = re.search(r"/staff/groups/(\w+)", page)
    assert group, page
    staff.post("/staff/agendas", group=group[1])
    agenda = staff.at.rpartition("/")[2]
    staff.post(f"/staff/agendas/{agenda}", do="add:module", ref=f"walks/{module}")
    staff.post(f"/staff/agendas/{agenda}/start")
    return staff.at.rpartition("/")[2]


def _join(address: str, secret: str, name: str) -> str:
    browser = Browser(address)
    browser.post("/join", secret=secret, name=name, language="en")
    version = re.search(r'name="version" value="([^"]*)"', browser.get("/group/agreement"))
    assert version, "The agreement's page names no version."
    browser.post("/group/agreement", version=version[1])
    return browser.cookie
