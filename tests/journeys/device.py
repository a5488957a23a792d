"""A window on somebody's table: one browser context with a size, a language and a light. Knows nothing of groups."""

import re
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.accessibility import problems_of
from tests.journeys.watching import Traffic, Watch

Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)

# How far the page can be moved sideways, and what reaches out of it. A phone zooms out to show what is too wide.
SIDEWAYS = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const all = [...document.body.querySelectorAll("*")];
  const out = all.filter(one => one.getBoundingClientRect().right > clientWidth + 0.1);
  const last = out.filter(one => !out.some(other => other !== one && one.contains(other)));
  const reach = Math.max(scrollWidth, innerWidth) - clientWidth;
  return [reach, last.slice(0, 3).map(one => one.outerHTML.slice(0, 160))];
}"""

Name = str | re.Pattern[str]


class Device:
    """One browser window, found and used as a person would: by what stands on it."""

    kind = "device"
    size = (1180, 820)
    touch = False
    # Pictures show what fits on the screen, or the page to its end.
    whole = False

    def __init__(self, browser: Browser, address: str, watch: Watch, pictures: Path, **more: Any) -> None:
        width, height = self.size
        self.address, self.watch, self.pictures = address, watch, pictures
        self.problems: list[str] = []
        self.context = browser.new_context(
            base_url=address,
            viewport={"width": width, "height": height},
            has_touch=self.touch,
            is_mobile=self.touch,
            reduced_motion="reduce",
            **more,
        )
        self.context.set_default_timeout(PATIENCE)
        watch.follow(self.context, f"{self.kind} {self.name}")
        self.traffic = Traffic()
        self.page: Page = self.context.new_page()
        self.traffic.listen(self.page)

    @property
    def name(self) -> str:
        return ""

    def close(self) -> None:
        self.context.close()

    def opens(self, path: str) -> None:
        self.page.goto(path)

    def button(self, name: Name, *, exact: bool = False) -> Locator:
        return self.page.get_by_role("button", name=name, exact=exact)

    def taps(self, name: Name, *, exact: bool = False) -> None:
        """A button or a link with this name, when it can be tapped."""
        either = self.button(name, exact=exact).or_(self.page.get_by_role("link", name=name, exact=exact))
        self.taps_on(either.first)

    def taps_on(self, place: Locator) -> None:
        expect(place).not_to_have_attribute("aria-disabled", "true")
        place.click()

    def fills(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).fill(text)

    def shows(self, text: Name) -> None:
        """Waits until these words can be seen."""
        expect(self.page.get_by_text(text).locator("visible=true").first).to_be_visible()

    def does_not_show(self, text: Name) -> None:
        expect(self.page.get_by_text(text).locator("visible=true")).to_have_count(0)

    # The network, the pocket.

    def loses_the_network(self) -> None:
        self.watch.network_comes_and_goes = True
        self.context.set_offline(True)

    def finds_the_network(self) -> None:
        self.context.set_offline(False)

    def goes_into_a_pocket(self) -> None:
        """The browser freezes the page, as phones do."""
        self._lifecycle("frozen")

    def comes_out_of_the_pocket(self) -> None:
        self._lifecycle("active")

    def _lifecycle(self, state: str) -> None:
        session = self.context.new_cdp_session(self.page)
        session.send("Page.setWebLifecycleState", {"state": state})
        session.detach()

    def reloads(self) -> None:
        self.page.reload()

    # What it looks like.

    def picture(self, name: str) -> None:
        """Keeps what can be seen now, by day and by lamplight."""
        for theme in THEMES:
            self._lit(name, theme)
        self.page.emulate_media(color_scheme="light")

    def looks_right(self, name: str) -> None:
        """Pictures of this state; nothing that shuts anyone out; nothing that moves the page sideways."""
        for theme in reversed(THEMES):
            self._lit(name, theme)
            self.problems += [f"{self.called(name)}, {theme}: {one}" for one in problems_of(self.page)]
        self.fits(name)

    def _lit(self, name: str, theme: Theme) -> None:
        self.page.emulate_media(color_scheme=theme)
        path = self.pictures / f"{self.called(name)}-{theme}.png"
        self.page.screenshot(path=path, animations="disabled", full_page=self.whole)

    def called(self, name: str) -> str:
        return f"{self.kind}-{name}"

    def fits(self, name: str) -> None:
        over, by = self.page.evaluate(SIDEWAYS)
        if over > 0:
            self.problems.append(f"{self.called(name)}: the page moves sideways by {over} px: {by}")
