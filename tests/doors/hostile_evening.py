"""One evening in which everything that can be written is hostile: names, answers of every kind, modules, notes, copies.

What is said comes over real sockets and forms from phones that do not draw; a tablet, a phone and a wall in Chromium
draw it, and afterwards the record, the print and every page about people.
"""

import re
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from facilitator.activities.activity import ActivityKind
from facilitator.activities.kinds import find
from facilitator.errors import Refused
from tests.doors.looking import Lookout, wait_for
from tests.doors.strings import Hostile
from tests.doors.writing import examples_of, hostile_answer, replaced
from tests.evening import cast
from tests.evening.cast import Phone, Refusal, Tablet
from tests.evening.server import LiveServer

SIZES = {"tablet": (1180, 820), "phone": (390, 844), "wall": (1920, 1080)}
NAME = 40
SEALED_AFTER = 11
"""Seconds from *Close* until an anonymous question is sealed, and a little more."""
SETTLED = 120
"""ms after a page shows its step: its kind has come by then, and is drawn."""


@dataclass
class HostileEvening:
    """`policy`: whether the browser heeds the pages' own policy. Without it our escaping stands alone."""

    server: LiveServer
    staff: cast.Browser
    browser: Browser
    lookout: Lookout
    hostile: Hostile
    live_session: str
    policy: bool
    people: int = 12
    said: int = 0
    phones: list[Phone] = field(default_factory=list)
    pages: dict[str, Page] = field(default_factory=dict)
    contexts: list[BrowserContext] = field(default_factory=list)

    def live(self) -> None:
        """From the first knock to the end of the group."""
        self.tablet = Tablet(self.staff, self.live_session)
        self._come_in()
        self._open_windows()
        self._look("gathering")
        self.tablet.begin()
        plan = self.tablet.wait("plan", lambda plan: True)
        steps = [block["steps"][0] for block in plan["blocks"]]
        for step in steps:
            self._at(step)
        self._what_was_sealed()
        self._beside_the_group()
        self.tablet.ask("end_session")
        self._look("the end")
        self.leave()

    def leave(self) -> None:
        for screen in (self.tablet, *self.phones):
            screen.disconnect()
        for context in self.contexts:
            context.close()
        self.contexts.clear()

    # --- coming in ---

    def _come_in(self) -> None:
        self.secret = str(self.tablet.view["join"]["url"]).partition("#s=")[2]
        code = str(self.tablet.view["join"]["code"])
        for number in range(self.people):
            how = {"secret": self.secret} if number % 4 else {"code": code}
            self.phones.append(Phone(self.server.address, self.hostile.of(NAME), **how))
        self.tablet.ask("add_seat", name=self.hostile.of(NAME))
        self._look_for_knocks()

    def _look_for_knocks(self) -> None:
        """Whoever typed the code waits to be let in; the tablet shows who knocks."""
        page = self._window("tablet", self.staff)
        page.goto(f"/staff/live/{self.live_session}")
        page.locator(".seat-row").first.wait_for()
        self.lookout.look(page, "tablet: knocks")
        for row in self.tablet.sees(lambda view: len(view["roster"]) > self.people)["roster"]:
            if row["admission"] == "knocking":
                self.tablet.ask("admit", seat=row["seat"], when="now")

    def _open_windows(self) -> None:
        page = self._window("wall", None)
        page.goto("/display")
        page.locator(".code").wait_for()
        self.tablet.ask("pair_wall", code=page.locator(".code").inner_text().strip())
        page = self._window("phone", None)
        page.goto(f"/join#s={self.secret}")
        page.locator("input[name=name]").fill(self.hostile.of(NAME))
        page.locator("form[action='/join'] button.primary").click()
        agree = page.locator("form[action='/group/agreement'] button")
        agree.wait_for()
        self.lookout.look(page, "phone: agreement")
        agree.click()
        page.wait_for_url(re.compile(r"/group$"))

    def _window(self, kind: str, staff: cast.Browser | None) -> Page:
        if kind not in self.pages:
            width, height = SIZES[kind]
            context = self.browser.new_context(
                base_url=self.server.address,
                viewport={"width": width, "height": height},
                reduced_motion="reduce",
                bypass_csp=not self.policy,
            )
            if staff is not None:
                cookies: Any = [
                    {"name": one.name, "value": str(one.value), "url": self.server.address} for one in staff.jar
                ]
                context.add_cookies(cookies)
            self.lookout.follow(context, f"{kind}{'' if self.policy else ' without its policy'}")
            self.contexts.append(context)
            self.pages[kind] = context.new_page()
        return self.pages[kind]

    # --- step by step ---

    def _at(self, step: dict[str, Any]) -> None:
        self.tablet.ask("go_to_step", from_step=self.tablet.view["step"], step=step["id"])
        view = self.tablet.sees(lambda view: view["step"] == step["id"])
        for kind in self.pages:
            wait_for(self.pages[kind], _longest_word(step["title"]))
        self._type_into_the_phone()
        self._look(step["id"])
        here = next((run for run in view["runs"] if run["activity"]["step"] == step["id"]), None)
        if here is None:
            return
        run = here["activity"]
        self._moves(run)
        self._answers(run)
        self._look(f"{step['id']}, answered")
        self._values()
        for ask in ("close_activity", "show_result"):
            with suppress(Refusal):
                self.tablet.ask(ask, run=run["run"])
        self._approve()
        self._look(f"{step['id']}, shown")

    def _type_into_the_phone(self) -> None:
        """What a phone keeps to itself: drafts, private forms, and their print."""
        page = self.pages["phone"]
        # A kind may show a field that waits for something else, such as a picture to put a word to.
        for box in page.locator("main textarea:enabled:visible, main input[type=text]:enabled:visible").all():
            box.fill(self.hostile.of(80), timeout=2_000)
        page.emulate_media(media="print")
        self.lookout.look(page, "phone: what is typed")
        page.emulate_media(media="screen")

    def _answers(self, run: dict[str, Any]) -> None:
        kind = find(run["kind"])
        if run["promise"] not in ("named", "anonymous"):
            return
        given = self._given(kind, run["settings"])
        asked = []
        for phone in self.phones:
            answer = next(given, None)
            if answer is not None:
                asked.append((phone, phone.says_without_waiting("answer", answer, run=run["run"], ok_to_show=True)))
        self.said += sum(phone.outcome(message) == "done" for phone, message in asked)
        answer = next(given, None)
        if run["promise"] == "named" and answer is not None:
            say = {"do": "answer", "revision": 1, "answer": answer, "ok_to_show": True}
            seat = next(row["seat"] for row in self.tablet.view["roster"] if row["phone"] == "none")
            self.tablet.ask("enter_answer", seat=seat, run=run["run"], say=say)

    def _given(self, kind: ActivityKind, settings: dict[str, Any]) -> Iterator[Any]:
        """Answers of its examples that fit here, over and over, each time with other words."""
        answers = [answer for example in examples_of(kind) for answer in example["answers"]]
        fit = True
        while answers and fit:
            fit = False
            for answer in answers:
                with suppress(Refused):
                    yield hostile_answer(kind, settings, answer, self.hostile)
                    fit = True

    def _moves(self, run: dict[str, Any]) -> None:
        """Whatever its examples move, with words that are hostile; the kind itself refuses what does not fit."""
        kind = find(run["kind"])
        if not kind.lives:
            return
        moves = [move for example in examples_of(kind) for move in example["living"].get("moves", [])]
        for number, move in enumerate(moves):
            said = replaced(move.get("move", move.get("lead")), lambda _: True, self.hostile)
            with suppress(Refusal):
                if "lead" in move:
                    self.tablet.ask("lead", run=run["run"], move=move["lead"])
                else:
                    self.phones[number % len(self.phones)].ask("move", run=run["run"], move=said)

    def _values(self) -> None:
        """What one person answered, as the tablet shows it when their name is tapped."""
        page = self.pages["tablet"]
        row = page.locator(".seat-row").nth(self.said % self.people)
        if row.count():
            row.click()
            page.wait_for_timeout(SETTLED)
            self.lookout.look(page, "tablet: one person")
            page.get_by_role("button", name="Back to the group").click()

    def _approve(self) -> None:
        """Every card goes to the wall; every third as an edited copy, which is hostile too."""
        waiting = [card for card in self.tablet.view["waiting"] if card["where"] == "waiting" and card["may_show"]]
        for number, card in enumerate(waiting):
            copy = {} if number % 3 else {"text": self.hostile.filling(300)}
            with suppress(Refusal):
                self.tablet.ask("show_response", response=card["id"], **copy)

    def _what_was_sealed(self) -> None:
        """Anonymous answers come out a while after their question has closed."""
        time.sleep(SEALED_AFTER)
        while [card for card in self.tablet.view["waiting"] if card["where"] == "waiting" and card["may_show"]]:
            before = len(self.tablet.view["waiting"])
            self._approve()
            self._look("what was sealed")
            if len(self.tablet.view["waiting"]) == before:
                break

    def _beside_the_group(self) -> None:
        """Notes, new names, calls."""
        self.tablet.ask("keep_jotting", text=self.hostile.filling(900))
        seat = self.tablet.view["roster"][0]["seat"]
        self.tablet.ask("rename_seat", seat=seat, name=self.hostile.of(NAME))
        self.phones[0].ask("rename", name=self.hostile.of(NAME))
        self.phones[1].ask("call_staff", call="call-1")
        self.phones[2].ask("call_staff", call="call-2")
        self.tablet.sees(lambda view: len(view["calls"]) == 2)
        self.pages["tablet"].reload()
        self.pages["tablet"].locator(".seat-row").first.wait_for()
        self._look("calls and notes")

    def _look(self, when: str) -> None:
        for kind, page in self.pages.items():
            page.wait_for_timeout(SETTLED)
            self.lookout.look(page, f"{kind}, {when}")


def _longest_word(text: str) -> str:
    return max(re.split(r"\s+", text), key=len)
