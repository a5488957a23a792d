"""Dr. Okoye's tablet: the desk before the group, and the cockpit."""

import re

from playwright.sync_api import Locator, expect

from tests.journeys.device import Device
from tests.journeys.wall import Wall

PASSWORD = "a long enough password"
THUMB = re.compile(r"^(Next|Begin)\b")


class Tablet(Device):
    """Dr. Okoye's tablet, in landscape."""

    kind = "tablet"
    size = (1180, 820)

    # Before the group.

    def makes_the_first_account(self, link: str) -> None:
        self.opens(link)
        self.fills("Your name", "Dr. Okoye")
        self.fills("Name to sign in with", "okoye")
        self.fills("Password", PASSWORD)
        self.fills("The same password again", PASSWORD)
        self.taps("Make the account")

    def makes_a_group(self, name: str) -> None:
        self.fills("Name of the group", name)
        self.taps("Make the group")
        self.taps("Facilitator", exact=True)

    def row(self, title: str) -> Locator:
        return self.page.get_by_role("listitem").filter(has=self.button(f"Take {title} out"))

    def plan(self) -> list[str]:
        """The titles of the plan in their order."""
        labels = self.page.get_by_role("button", name=re.compile("^Take .* out$")).all()
        return [(label.get_attribute("aria-label") or "")[len("Take ") : -len(" out")] for label in labels]

    def minutes_of(self, title: str) -> Locator:
        return self.page.get_by_role("spinbutton", name=f"Minutes for {title}")

    def drags(self, title: str, *, before: str) -> None:
        """By the grip, with a finger that does not jump."""
        grip = self.row(title).locator(".grip").bounding_box()
        place = self.row(before).bounding_box()
        assert grip is not None
        assert place is not None
        mouse = self.page.mouse
        mouse.move(grip["x"] + grip["width"] / 2, grip["y"] + grip["height"] / 2)
        mouse.down()
        mouse.move(grip["x"] + grip["width"] / 2, place["y"] + 4, steps=12)
        mouse.up()

    # Leading.

    def opens_the_cockpit(self, live_session: str) -> None:
        self.opens(f"/staff/live/{live_session}")
        expect(self.button(THUMB)).to_be_visible()

    @property
    def stage(self) -> Locator:
        return self.page.get_by_role("main")

    @property
    def live_column(self) -> Locator:
        return self.page.get_by_role("complementary", name="The group now")

    def join_address(self) -> str:
        """What a camera reads from the picture."""
        return self._of_the_join("url")

    def join_code(self) -> str:
        return self._of_the_join("code")

    def _of_the_join(self, key: str) -> str:
        for frame in reversed(self.traffic.heard):
            found = re.search(rf'"join":{{[^}}]*"{key}":"([^"]+)"', frame)
            if found:
                return found[1]
        raise AssertionError("The tablet was told of no way in.")

    def begins(self) -> None:
        self.taps(re.compile("^Begin"))
        expect(self.button(re.compile("^Next"))).to_be_visible()

    def next_step(self) -> None:
        before = self.step()
        self.taps(re.compile("^Next"))
        expect(self.stage.get_by_role("heading", level=2).first).not_to_have_text(before)

    def step(self) -> str:
        """The title on the stage."""
        return self.stage.get_by_role("heading", level=2).first.inner_text()

    def is_at(self, title: str) -> None:
        expect(self.stage.get_by_role("heading", name=title, level=2)).to_be_visible()

    def goes_to(self, step: str, *, of: str = "") -> None:
        """Previews a step and moves the group there."""
        agenda = self.page.get_by_role("navigation", name="Agenda")
        row = agenda.get_by_role("button", name=re.compile(rf"^{re.escape(step)}"))
        if of and not row.count():
            agenda.get_by_role("button", name=re.compile(rf"^{re.escape(of)}")).click()
        row.last.click()
        self.taps("Go here")
        self.is_at(step)
        expect(self.button("Go here")).to_have_count(0)

    def in_the_menu(self, item: str, *, closes: bool = True) -> None:
        """Taps an item of the menu, which goes away once it is done, or stays to show how things are now."""
        menu = self.page.get_by_role("group", name="Menu")
        if not menu.count():
            self.taps("Menu", exact=True)
        self.taps_on(menu.get_by_role("button", name=item))
        if closes:
            expect(menu).to_have_count(0)

    def pairs(self, wall: Wall) -> None:
        self.fills("Pair a wall", wall.code())
        self.taps("Pair", exact=True)

    def closes(self) -> None:
        self.taps(re.compile("^Close( and release)?$"))

    def card(self, words: str) -> Locator:
        return self.live_column.get_by_text(words)

    def shows_words(self, words: str) -> None:
        """Into the tray: the card in front must be this one."""
        expect(self.card(words)).to_be_visible()
        self.taps("Show", exact=True)
        expect(self.live_column.get_by_role("blockquote").filter(has_text=words)).to_have_count(0)

    def shows_next_card(self) -> str:
        """Whatever waits in front goes into the tray. Its words."""
        card = self.live_column.get_by_role("blockquote").first
        words = card.inner_text()
        self.taps("Show", exact=True)
        expect(card.filter(has_text=words)).to_have_count(0)
        return words

    def sees_value(self, question: str, value: object) -> None:
        """One line of somebody's answers, and only one."""
        line = re.compile(rf"{re.escape(question)}:? {value}$")
        expect(self.live_column.get_by_text(line)).to_have_count(1)

    def sees_no_value(self, question: str) -> None:
        expect(self.live_column.get_by_text(re.compile(re.escape(question)))).to_have_count(0)

    def looks_at(self, name: str) -> None:
        """A seat of the roster."""
        self.live_column.get_by_role("button", name=re.compile(rf"^{name}\b")).click()

    def back_to_the_group(self) -> None:
        self.taps("Back to the group")
