"""The stable cast in a real browser: Dr. Okoye's tablet, the phones of the group, the wall. They speak the domain."""

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, expect

from tests.journeys.device import Device

ROOT = Path(__file__).parent.parent.parent
STRINGS = ("static/strings/participant.{}.json", "facilitator/web/words/{}.json")
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
    def bar(self) -> Locator:
        return self.page.locator("footer")

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

    def pairs(self, wall: "Wall") -> None:
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


class Phone(Device):
    """A phone of someone in the group, in their language."""

    kind = "phone"
    size = (390, 844)
    touch = True

    def __init__(
        self, *given: Any, name: str, language: str = "en", small: bool = False, large: bool = False, **more: Any
    ) -> None:
        self._name, self.language, self.whole = name, language, large
        self._words: dict[str, str] = {}
        for place in STRINGS:
            self._words |= json.loads((ROOT / place.format(language)).read_text())
        if small:
            self.size = (320, 568)
        super().__init__(*given, locale={"en": "en-US", "es": "es-MX"}[language], **more)

    @property
    def name(self) -> str:
        return self._name

    def word(self, key: str, **values: object) -> str:
        """A string of the catalogue in this phone's language."""
        text = self._words[key]
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text

    # Coming in.

    def scans(self, address: str) -> None:
        self.opens(address)
        self._gives_a_name()

    def types(self, code: str) -> None:
        self.opens("/")
        self.fills(self.word("join.code"), code)
        self._gives_a_name()

    def _gives_a_name(self) -> None:
        self.fills(self.word("join.name"), self._name)
        self.taps(self.word("join.send"), exact=True)

    def agrees(self) -> None:
        self.taps(self.word("agreement.accept"), exact=True)
        expect(self.page).to_have_url(re.compile(r"/group$"))

    def comes_in(self, address: str) -> None:
        self.scans(address)
        self.agrees()

    # Answering.

    def question(self, words: str) -> Locator:
        return self.page.get_by_role("radiogroup", name=words, exact=True)

    def chooses(self, question: str, value: object) -> None:
        self.question(question).get_by_role("radio", name=re.compile(rf"^{re.escape(str(value))}\b")).click()

    def writes(self, question: str, text: str) -> None:
        self.page.get_by_label(re.compile(re.escape(question))).fill(text)

    def puts_in(self, *words: str) -> None:
        """Into a word cloud."""
        strings = json.loads((ROOT / "static/activities/word_cloud.strings.json").read_text())[self.language]
        for number, word in enumerate(words, start=1):
            self.fills(strings["slot"].replace("{number}", str(number)), word)

    def sends(self) -> None:
        self.taps(self.word("send"), exact=True)

    def passes(self) -> None:
        self.taps(self.word("pass"), exact=True)
        self.says("status.passed")

    def answers(self, value: object) -> None:
        """The one scale or choice of this step."""
        radio = self.page.get_by_role("radio", name=re.compile(rf"^{re.escape(str(value))}\b"))
        radio.click()
        self.sends()
        self.says("status.saved")

    def says(self, key: str, **values: object) -> None:
        """Waits for a string of the catalogue."""
        self.shows(self.word(key, **values))

    def does_not_say(self, key: str, **values: object) -> None:
        self.does_not_show(self.word(key, **values))

    def is_at(self, step: str) -> None:
        expect(self.page.get_by_role("heading", name=step, level=1)).to_be_visible()

    # Help and hiding.

    def talks_to_staff(self) -> None:
        self.taps(self.word("support"), exact=True)

    def has_help(self) -> None:
        """Both can be seen and reached without moving the page."""
        for key in ("foot.support", "foot.hide"):
            expect(self.page.locator("footer").get_by_text(self.word(key))).to_be_in_viewport()

    def looks_right(self, name: str) -> None:
        if not self.whole:  # Few lines fit then, and the foot goes with the page.
            self.has_help()
        super().looks_right(name)

    def called(self, name: str) -> str:
        return f"{self.kind}-{name}-{self.language}{'-large' if self.whole else ''}"

    def hides_this(self) -> None:
        self.taps(self.word("hide"), exact=True)
        expect(self.page).to_have_url(re.compile(r"/hidden$"))


class Wall(Device):
    """The room screen: nobody touches it."""

    kind = "wall"
    size = (1920, 1080)

    def turns_on(self) -> None:
        self.opens("/display")

    def code(self) -> str:
        place = self.page.locator(".code")
        expect(place).to_be_visible()
        return place.inner_text().strip()

    def never_heard(self, words: str) -> None:
        assert not [frame for frame in self.traffic.heard if words in frame], f"The wall was told {words!r}."
