"""A phone of someone in the group, in English or in Spanish."""

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, expect

from tests.journeys.device import Device

ROOT = Path(__file__).parent.parent.parent
STRINGS = ("static/strings/participant.{}.json", "static/strings/later.{}.json", "facilitator/web/words/{}.json")


IS_ON_TOP = """(element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  const found = document.elementFromPoint(left + width / 2, top + height / 2);
  return Boolean(found) && element.closest("footer").contains(found);
}"""


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
        """Both can be seen and reached without moving the page, and nothing lies over them."""
        for key in ("foot.support", "foot.hide"):
            help_is_here = self.page.locator("footer").get_by_text(self.word(key))
            expect(help_is_here).to_be_in_viewport()
            assert help_is_here.evaluate(IS_ON_TOP), f"Something lies over {self.word(key)!r}."

    def looks_right(self, name: str) -> None:
        if not self.whole:  # Few lines fit then, and the foot goes with the page.
            self.has_help()
        super().looks_right(name)

    def called(self, name: str) -> str:
        return f"{self.kind}-{name}-{self.language}{'-large' if self.whole else ''}"

    def hides_this(self) -> None:
        self.taps(self.word("hide"), exact=True)
        expect(self.page).to_have_url(re.compile(r"/hidden$"))
