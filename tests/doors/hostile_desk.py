"""Everything that staff can read or write on pages, in Chromium: hostile accounts, groups and plans, every form filled
with hostile strings and sent, addresses with hostile parts, and each page afterwards, on the screen and on paper."""

import csv
import io
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from facilitator.records.spreadsheet import BYTE_ORDER
from tests.doors.hostile_evening import cookies_of
from tests.doors.hostile_house import HostileHouse
from tests.doors.looking import Lookout
from tests.doors.strings import Hostile
from tests.evening import cast

NAME = 80
PASSWORD = "a long enough password"
NEVER_SENT = re.compile(r"/(delete|sign-out|sign-out-everywhere|hold|lift|erase|confirm|start|close|second-step)")
"""Forms that would end what the other windows stand on."""
NEVER_OPENED = re.compile(r"\.(json|csv)$|/static/|/media/|/sign-in|/start$|/delete$|^/staff/live/")
AN_ID = re.compile(r"/[0-9a-f]{12,}|/hostile-\d+")
ALIKE = 2
"""Of forms that are alike, such as those of two groups, so many are sent; so many prints and previews are opened of
each kind."""
OF_A_MODULE = re.compile(r"/library/.*/(print|preview)")
SURFACES = {
    r"/preview/phone/": "author's preview, phone",
    r"/preview/tablet/": "author's preview, tablet",
    r"/preview/room/": "author's preview, wall",
    r"/library/.*/print": "module, printed",
    r"/library": "library",
    r"/record/.*/(print|people)": "record, printed and of one person",
    r"/record": "summary",
    r"": "pages of staff",
}
BEGINS_A_FORMULA = re.compile(r"\s*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
"""What a spreadsheet takes for a formula, or reads past."""

FILL = """([form, texts]) => {
  const one = document.forms[form];
  const typed = /^(text|search|password|textarea|hidden|number|date)$/;
  const given = [...one.elements].filter(each => each.name && typed.test(each.type));
  for (const [place, each] of given.filter(each => !/^(form_token|staff|group)$/.test(each.name)).entries()) {
    if (each.type !== "textarea") each.type = "text";
    each.value = texts[place % texts.length];
  }
  for (const each of one.elements) if (each.type === "checkbox") each.checked = true;
  HTMLFormElement.prototype.submit.call(one);
}"""


@dataclass
class HostileDesk:
    """Dr. Okoye's browser away from the group."""

    server: HostileHouse
    staff: cast.Browser
    browser: Browser
    lookout: Lookout
    hostile: Hostile
    groups: list[str] = field(default_factory=list)
    _walked: set[str] = field(default_factory=set)
    _seen: Counter[str] = field(default_factory=Counter)

    def colleagues(self) -> None:
        """Accounts with hostile names, by invitation links; the author sees what in the modules needs mending."""
        for role in ("co_facilitator", "supervisor", "author"):
            page = self.staff.post("/staff/people/invite", role=role, who_again=PASSWORD)
            found = re.search(r"<code>(\S+)</code>", page)
            assert found, "The page shows no invitation."
            self.author = cast.Browser(self.server.address)
            form = {"sign_in_name": self.hostile.of(40), "name": self.hostile.of(40)}
            self.author.makes_account(found[1], password=PASSWORD, again=PASSWORD, **form)

    def group_of(self, slugs: list[str], curriculum: str) -> str:
        """A group and a plan with hostile names, and its evening. The live session."""
        self.staff.post("/staff/groups", name=self.hostile.of(NAME))
        group = self.staff.at.rpartition("/")[2]
        self.groups.append(group)
        lead, _, read = self.staff.get(f"/staff/groups/{group}").partition('id="supervisor"')
        for page, role in ((lead, "colleague"), (read, "supervisor")):
            for who in re.findall(r'<option value="(\w+)"', page):
                self.staff.post(f"/staff/groups/{group}/share", **{"staff": who, "as": role})
        self.staff.post("/staff/agendas", group=group)
        agenda = self.staff.at.rpartition("/")[2]
        for slug in slugs:
            self.staff.post(f"/staff/agendas/{agenda}", do="add:module", ref=f"{curriculum}/{slug}")
        plan = json.loads(self.staff.get(f"/staff/agendas/{agenda}.json"))
        sent = {"name": self.hostile.of(NAME), "blocks": self._blocks(plan), "changed_at": self._changed_at(plan)}
        self.staff.put_json(f"/staff/agendas/{agenda}.json", sent)
        self.staff.post(f"/staff/agendas/{agenda}/template")
        self.staff.post(f"/staff/agendas/{agenda}/start")
        return self.staff.at.rpartition("/")[2]

    @staticmethod
    def _blocks(plan: Any) -> Any:
        return [{key: block[key] for key in ("id", "ref", "minutes")} for block in plan["blocks"]]

    @staticmethod
    def _changed_at(plan: Any) -> int:
        return int(plan["changed_at"])

    # --- in Chromium ---

    def walk(self, start: str, *, policy: bool, within: str = "/staff") -> None:
        """Every page that this one leads to, each once in a run; its forms are filled and sent."""
        context, page = self._window(self.staff, policy)
        waiting = [start]
        while waiting:
            path = waiting.pop(0)
            if path in self._walked or not path.startswith(within) or NEVER_OPENED.search(path.partition("?")[0]):
                continue
            self._walked.add(path)
            if OF_A_MODULE.search(path) and not self._is_another(path):
                continue
            waiting += self._read(page, path)
            self._send_forms(page, path)
        context.close()

    def what_there_is_to_mend(self) -> None:
        """The library, as an author sees it: with what the reader left out."""
        context, page = self._window(self.author, policy=False)
        self._read(page, "/staff/library")
        context.close()

    def _read(self, page: Page, path: str) -> list[str]:
        """On the screen and on paper. Where it leads on this server."""
        surface = next(surface for words, surface in SURFACES.items() if re.search(words, path))
        page.goto(path)
        if page.locator("[name=who_again]").count():
            page.locator("[name=who_again]").fill(PASSWORD)
            page.locator("form:has([name=who_again]) button").click()
            page.wait_for_url(f"**{path}")
        self.lookout.pending.drawn(page)
        self.lookout.look(page, surface)
        page.emulate_media(media="print")
        self.lookout.look(page, surface, "on paper")
        page.emulate_media(media="screen")
        hrefs = page.evaluate("() => [...document.links].map(one => one.getAttribute('href'))")
        return [href.partition("#")[0] for href in hrefs if href.startswith("/staff")]

    def _send_forms(self, page: Page, path: str) -> None:
        for number, action in enumerate(page.evaluate("() => [...document.forms].map(one => one.action)")):
            if NEVER_SENT.search(action) or not self._is_another(f"{path} {number} {action}"):
                continue
            self._send(page, number)
            self.lookout.look(page, "pages of staff", "a form sent")
            page.goto(path)

    def _is_another(self, what: str) -> bool:
        """Not one more of those that are alike but for what they are about."""
        alike = AN_ID.sub("/…", what)
        self._seen[alike] += 1
        return self._seen[alike] <= ALIKE

    def _send(self, page: Page, number: int) -> None:
        with page.expect_navigation(wait_until="load"):
            page.evaluate(FILL, [number, [self.hostile.of(NAME) for _ in range(4)]])

    def knocks(self, times: int, *, policy: bool) -> None:
        """At the doors for those who are not signed in: forms and addresses that come back with what was sent."""
        context, page = self._window(None, policy)
        doors = ("/", "/join", "/staff/sign-in", "/shared", "/display", "/hidden", "/staff/invited", "/{}/{}")
        for number in range(times):
            path = doors[number % len(doors)].format(*(_in_an_address(self.hostile.of(60)) for _ in range(2)))
            asked = "&".join(
                f"{key}={_in_an_address(self.hostile.of(60))}" for key in ("next", "language", "code", "q")
            )
            page.goto(f"{path}?{asked}#s={_in_an_address(self.hostile.of(60))}")
            self.lookout.look(page, "before signing in")
            if page.evaluate("() => document.forms.length"):
                self._send(page, 0)
                self.lookout.look(page, "before signing in", "a form sent")
        context.close()

    def _window(self, who: cast.Browser | None, policy: bool) -> tuple[BrowserContext, Page]:
        context = self.browser.new_context(base_url=self.server.address, bypass_csp=not policy)
        if who is not None:
            context.add_cookies(cookies_of(who))
        self.lookout.follow(context, f"{'staff' if who else 'nobody'}{'' if policy else ' without its policy'}")
        return context, context.new_page()

    # --- files ---

    def spreadsheets(self) -> None:
        """The attendance of every group, as a spreadsheet reads it."""
        for group in self.groups:
            text = self.staff.post("/staff/again", next=f"/staff/groups/{group}/attendance.csv", who_again=PASSWORD)
            self.lookout.wrong += [f"CSV, a formula: {cell}" for cell in formulas_in(text)]
            self.lookout.read(text, "CSV")


def formulas_in(text: str) -> list[str]:
    """Cells that a spreadsheet would work out, or that begin with what it reads past."""
    cells = (cell for row in csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER))) for cell in row)
    return [cell for cell in cells if BEGINS_A_FORMULA.match(cell)]


def _in_an_address(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode())
