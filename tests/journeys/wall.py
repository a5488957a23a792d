"""The room screen."""

from playwright.sync_api import expect

from tests.journeys.device import Device
from tests.journeys.four_metres import hard_to_read


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

    def fits(self, name: str) -> None:
        super().fits(name)
        self.problems += [f"{self.called(name)}: {one}" for one in hard_to_read(self.page)]
