"""One evening in which everything that can be written is hostile: names, answers of every kind, modules, notes, copies.

What is said comes over real sockets and forms from phones that do not draw (`hostile_words.py`); a tablet, a phone, a
wall and the clinic's own tablet in Chromium draw it.
"""

import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.doors.catching_up import all_caught_up, can_be_asked
from tests.doors.hostile_house import ENDED_FOR_GOOD, SEALED_AFTER, HostileHouse
from tests.doors.hostile_words import HostileWords
from tests.doors.looking import Lookout
from tests.doors.strings import Hostile
from tests.evening import cast
from tests.evening.cast import Phone, Refusal, Tablet

SIZES = {"tablet": (1180, 820), "phone": (390, 844), "wall": (1920, 1080), "clinic tablet": (820, 1180)}
NAME = 40
TYPED = 400
TAP = """selectors => {
  for (const selector of selectors) document.querySelector(selector)?.click();
}"""


@dataclass
class HostileEvening:
    """`policy`: whether the browser heeds the pages' own policy. Without it our escaping stands alone."""

    server: HostileHouse
    staff: cast.Browser
    browser: Browser
    lookout: Lookout
    hostile: Hostile
    live_session: str
    policy: bool
    people: int
    done: Counter[str] = field(default_factory=Counter)
    """What came in, and what was turned away."""
    phones: list[Phone] = field(default_factory=list)
    pages: dict[str, Page] = field(default_factory=dict)
    contexts: list[BrowserContext] = field(default_factory=list)

    def live(self) -> None:
        """From the first knock until the group can no longer be taken up again."""
        self.tablet = Tablet(self.staff, self.live_session)
        self._come_in()
        self._open_windows()
        self._look("gathering")
        self.tablet.begin()
        plan = self.tablet.wait("plan", lambda plan: True)
        for block in plan["blocks"]:
            self._at(block["steps"][0])
        self._beside_the_group()
        self._passed_round()
        self.tablet.ask("end_session")
        self._look("the end")
        self.server.goes_on(ENDED_FOR_GOOD)
        self.tablet.sees(lambda view: view["phase"] == "ended")
        self._leave()

    def _leave(self) -> None:
        for screen in (self.tablet, *self.phones):
            screen.disconnect()
        for context in self.contexts:
            context.close()

    # --- coming in ---

    def _come_in(self) -> None:
        self.secret = str(self.tablet.view["join"]["url"]).partition("#s=")[2]
        code = str(self.tablet.view["join"]["code"])
        for number in range(self.people):
            how = {"secret": self.secret} if number % 4 else {"code": code}
            self.phones.append(Phone(self.server.address, self.hostile.of(NAME), **how))
        self.tablet.ask("add_seat", name=self.hostile.of(NAME))
        self._look_for_knocks()
        self.words = HostileWords(self.tablet, self.phones, self.hostile, self.done)

    def _look_for_knocks(self) -> None:
        """Whoever typed the code waits to be let in; the tablet shows who knocks."""
        page = self._window("tablet", self.staff)
        page.goto(f"/staff/live/{self.live_session}")
        self._look("knocks")
        for row in self.tablet.sees(lambda view: len(view["roster"]) > self.people)["roster"]:
            if row["admission"] == "knocking":
                self.tablet.ask("admit", seat=row["seat"], when="now")

    def _open_windows(self) -> None:
        page = self._window("wall")
        page.goto("/display")
        page.locator(".code").wait_for()
        self.tablet.ask("pair_wall", code=page.locator(".code").inner_text().strip())
        page = self._window("phone")
        page.goto(f"/join#s={self.secret}")
        page.locator("input[name=name]").fill(self.hostile.of(NAME))
        page.locator("form[action='/join'] button.primary").click()
        self._agrees(page, "phone")

    def _agrees(self, page: Page, surface: str) -> None:
        agree = page.locator("form[action='/group/agreement'] button")
        agree.wait_for()
        self.lookout.look(page, surface, "agreement")
        agree.click()
        page.wait_for_url(re.compile(r"/group$"))

    def _window(self, kind: str, staff: cast.Browser | None = None) -> Page:
        width, height = SIZES[kind]
        context = self.browser.new_context(
            base_url=self.server.address,
            viewport={"width": width, "height": height},
            reduced_motion="reduce",
            bypass_csp=not self.policy,
        )
        if staff is not None:
            context.add_cookies(cookies_of(staff))
        can_be_asked(context)
        self.lookout.follow(context, f"{kind}{'' if self.policy else ' without its policy'}")
        self.contexts.append(context)
        self.pages[kind] = context.new_page()
        return self.pages[kind]

    # --- step by step ---

    def _at(self, step: dict[str, Any]) -> None:
        self.tablet.ask("go_to_step", from_step=self.tablet.view["step"], step=step["id"])
        view = self.tablet.sees(lambda view: view["step"] == step["id"])
        self._catch_up()
        self._type_into_the_phone()
        self._look(step["id"])
        here = next((run for run in view["runs"] if run["activity"]["step"] == step["id"]), None)
        if here is None:
            return
        run = here["activity"]
        self.words.answers(run)
        if "shared" in run:
            self.words.moves(run)
            self._look(f"{step['id']}, moved")
        self._close(run)
        self.words.into_the_tray()
        self._see_what_was_written(run)
        self.words.reveals()
        if "shared" in run:
            self.words.moves(run, closed=True)
        self._show_the_result(run)
        self._look(f"{step['id']}, shown")

    def _type_into_the_phone(self) -> None:
        """What a phone keeps to itself: drafts, private forms, and their print."""
        page = self.pages["phone"]
        # A kind may show a field that waits for something else, such as a picture to put a word to.
        for box in page.locator("main textarea:enabled:visible, main input[type=text]:enabled:visible").all():
            most = int(box.get_attribute("maxlength") or TYPED)
            box.fill(self.hostile.filling(min(most, TYPED)), timeout=2_000)
        page.emulate_media(media="print")
        self.lookout.pending.drawn(page)
        self.lookout.look(page, "phone on paper")
        page.emulate_media(media="screen")

    def _close(self, run: dict[str, Any]) -> None:
        """Anonymous answers come out once their question is sealed."""
        with suppress(Refusal):
            self.tablet.ask("close_activity", run=run["run"])
            self.server.goes_on(SEALED_AFTER)
            self.tablet.sees(lambda view: all(_is_closed(each, run) for each in view["runs"]))

    def _see_what_was_written(self, run: dict[str, Any]) -> None:
        """On the tablet: the words one below the other, the summary, and what somebody said with their name."""
        page = self.pages["tablet"]
        self._catch_up()
        page.evaluate(TAP, [".tray button.quiet", ".run-says button, section.run > button.strong"])
        self.lookout.pending.drawn(page)
        self.lookout.look(page, "tablet", "words and answers")
        page.evaluate(TAP, [".panel-head button", ".stage-head button"])
        if run["promise"] != "named":
            return
        self.lookout.pending.drawn(page)
        rows = page.locator(".seat-row")
        rows.nth(self.done["answers"] % rows.count()).evaluate("one => one.click()")
        for selector in (".values-open", ".panel-head button"):
            self.lookout.pending.drawn(page)
            page.evaluate(TAP, [selector])
            all_caught_up([page], self.lookout.pending)
            self.lookout.look(page, "tablet", "one person")

    def _show_the_result(self, run: dict[str, Any]) -> None:
        for where in ("wall", "phones"):
            with suppress(Refusal):
                self.tablet.ask("show_result", run=run["run"], where=where)
                self.done["results shown"] += 1

    # --- beside the steps ---

    def _beside_the_group(self) -> None:
        """Notes, new names, calls; two words on every phone."""
        self.tablet.ask("keep_jotting", text=self.hostile.filling(900))
        seat = self.tablet.view["roster"][0]["seat"]
        self.tablet.ask("rename_seat", seat=seat, name=self.hostile.of(NAME))
        self.phones[0].ask("rename", name=self.hostile.of(NAME))
        for number in (1, 2):
            self.phones[number].ask("call_staff", call=f"call-{number}")
        self.tablet.sees(lambda view: len(view["calls"]) == 2)
        self.tablet.ask("ask_two_minutes")
        self.pages["tablet"].reload()
        self.pages["tablet"].locator(".seat-row").first.wait_for()
        self._look("calls and notes")

    def _passed_round(self) -> None:
        """The clinic's tablet: who has it next, and in the hands of somebody with a hostile name."""
        code = self._code_for_the_clinic_tablet()
        page = self._window("clinic tablet")
        page.goto("/shared")
        page.locator("#code").fill(code)
        page.locator("form[action='/shared'] button").click()
        page.locator("form[action='/shared/seat'] button").first.wait_for()
        self.lookout.look(page, "clinic tablet", "who has it next")
        page.locator("form[action='/shared/seat'] button").first.click()
        self._agrees(page, "clinic tablet")
        self._look("passed round")

    def _code_for_the_clinic_tablet(self) -> str:
        self.tablet.ask("pass_tablet_round")
        code: str = self.tablet.wait("clinic_tablet", lambda told: True)["code"]
        return code

    def _catch_up(self) -> None:
        all_caught_up(list(self.pages.values()), self.lookout.pending)

    def _look(self, when: str) -> None:
        self._catch_up()
        for kind, page in self.pages.items():
            self.lookout.look(page, kind, when)


def _is_closed(each: dict[str, Any], run: dict[str, Any]) -> bool:
    return bool(each["activity"]["run"] != run["run"] or each["activity"]["phase"] == "closed")


def cookies_of(browser: cast.Browser) -> Any:
    return [{"name": one.name, "value": str(one.value), "url": browser.address} for one in browser.jar]
