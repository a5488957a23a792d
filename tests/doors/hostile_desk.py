"""Everything that staff can read or write on pages, in Chromium: hostile accounts, groups and plans, every form filled
with hostile strings and sent, addresses with hostile parts, and each page afterwards, on the screen and on paper."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.doors.looking import Lookout
from tests.doors.strings import Hostile
from tests.evening import cast
from tests.evening.server import LiveServer

NAME = 80
PASSWORD = "a long enough password"
NEVER_SENT = re.compile(r"/(delete|sign-out|sign-out-everywhere|hold|lift|erase|confirm|start|close|second-step)")
"""Forms that would end what the other windows stand on."""
NEVER_OPENED = re.compile(r"\.(json|csv)$|/static/|/media/|/sign-in|/start$|/delete$|^/staff/live/")

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

    server: LiveServer
    staff: cast.Browser
    browser: Browser
    lookout: Lookout
    hostile: Hostile
    _walked: dict[int, set[str]] = field(default_factory=dict)

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

    def walk(self, who: cast.Browser, starts: list[str], *, policy: bool, forms: bool = True) -> None:
        """Every page that these lead to, each once in a run; its forms are filled and sent."""
        context, page = self._window(who, policy)
        waiting, done = list(starts), self._walked.setdefault(id(who), set())
        while waiting:
            path = waiting.pop(0)
            if path in done or NEVER_OPENED.search(path.partition("?")[0]):
                continue
            done.add(path)
            waiting += self._read(page, path)
            if forms:
                self._send_forms(page, path)
        context.close()

    def _read(self, page: Page, path: str) -> list[str]:
        """On the screen and on paper. Where it leads on this server."""
        page.goto(path)
        if page.locator("[name=who_again]").count():
            page.locator("[name=who_again]").fill(PASSWORD)
            page.locator("form:has([name=who_again]) button").click()
            page.wait_for_url(f"**{path}")
        self.lookout.look(page, "staff")
        page.emulate_media(media="print")
        self.lookout.look(page, "staff, on paper")
        page.emulate_media(media="screen")
        hrefs = page.evaluate("() => [...document.links].map(one => one.getAttribute('href'))")
        return [href.partition("#")[0] for href in hrefs if href.startswith("/staff")]

    def _send_forms(self, page: Page, path: str) -> None:
        for number, action in enumerate(page.evaluate("() => [...document.forms].map(one => one.action)")):
            if NEVER_SENT.search(action):
                continue
            texts = [self.hostile.of(NAME) for _ in range(4)]
            with page.expect_navigation(wait_until="load"):
                page.evaluate(FILL, [number, texts])
            self.lookout.look(page, "staff, a form sent")
            page.goto(path)

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
            self.lookout.look(page, "nobody")
            if page.evaluate("() => document.forms.length"):
                with page.expect_navigation(wait_until="load"):
                    page.evaluate(FILL, [0, [self.hostile.of(NAME) for _ in range(4)]])
                self.lookout.look(page, "nobody, a form sent")
        context.close()

    def _window(self, who: cast.Browser | None, policy: bool) -> tuple[BrowserContext, Page]:
        context = self.browser.new_context(base_url=self.server.address, bypass_csp=not policy)
        if who is not None:
            cookies: Any = [{"name": one.name, "value": str(one.value), "url": self.server.address} for one in who.jar]
            context.add_cookies(cookies)
        self.lookout.follow(context, f"{'staff' if who else 'nobody'}{'' if policy else ' without its policy'}")
        return context, context.new_page()


def _in_an_address(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode())
