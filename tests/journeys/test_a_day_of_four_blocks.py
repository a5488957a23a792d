"""A whole day of the programme, step by step: eight phones in two languages, a tablet and a wall.

Nothing is left out and nothing is arranged: whatever a step asks, half of the group answers with what stands on their
screen, and half pass.
"""

import re
from functools import cache

from playwright.sync_api import Locator, expect

from facilitator.curriculum.library import Library
from facilitator.curriculum.shelf import Shelf
from facilitator.places import curricula
from tests.journeys.cast import Phone, Tablet, Wall
from tests.journeys.conftest import Journey

DAY = ("01-check-in", "14-before-a-slip", "04-a-lyric-that-says-it", "06-a-bridge", "08-check-out")
GROUP = (
    ("Ana", "en"), ("Ben", "es"), ("Chris", "en"), ("Dee", "es"), ("Eli", "en"), ("Six", "es"), ("Seven", "en"),
    ("Eight", "es"),
)  # fmt: skip
SAYS = {"en": "A walk by the river", "es": "Un paseo junto al río"}
ON_ITS_WAY = re.compile(r"^(The paper is on its way|El papel ya viene)\.$")
LAY_DOWN = re.compile("^(Tap the paper|Toque el papel)")
"""Where marks are made, their places can be chosen by name too; there are words for a mark once it lies there."""


def test_a_day_of_four_blocks_and_a_check_out_runs_to_its_end(journey: Journey) -> None:
    tablet, wall = journey.tablet(), journey.wall()
    tablet.pairs(wall)
    group = [
        journey.phone(name, language=language, small=number % 4 > 1) for number, (name, language) in enumerate(GROUP)
    ]
    for phone in group:
        phone.comes_in(tablet.join_address())
    tablet.begins()
    steps = [(en, es) for module in DAY for en, es in titles_of(module)]
    for number, (en, es) in enumerate(steps):
        if number:
            tablet.next_step()
        walks_through(tablet, wall, group, {"en": en, "es": es})
    tablet.in_the_menu("End the session…")
    tablet.taps("End the session")
    for phone in group:
        phone.says("ending")


test_a_day_of_four_blocks_and_a_check_out_runs_to_its_end.plan = DAY  # type: ignore[attr-defined]


@cache
def shipped() -> Shelf:
    return Library(curricula()).snapshot()


def titles_of(module: str) -> list[tuple[str, str]]:
    """Of each step, in English and in Spanish."""
    shelf = shipped()
    en, es = (shelf.module(f"iop-foundations/{module}", language) for language in ("en", "es"))
    assert en is not None
    assert es is not None
    return [(one.title, other.title) for one, other in zip(en.steps, es.steps, strict=True)]


def walks_through(tablet: Tablet, wall: Wall, group: list[Phone], title: dict[str, str]) -> None:
    tablet.is_at(title["en"])
    wall.shows(title["en"])
    for number, phone in enumerate(group):
        is_there(phone, title[phone.language])
        phone.has_help()
        if number % 2:
            passes(phone)
        else:
            answers(phone, number)
    tablet.fits(title["en"])
    for screen in (*group, wall):
        screen.fits(title["en"])


def is_there(phone: Phone, title: str) -> None:
    """At the step, or face down on the chair where the step wants it so."""
    here = "|".join(map(re.escape, (title, phone.word("down"))))
    expect(phone.page.get_by_role("heading", name=re.compile(f"^({here})"), level=1)).to_be_visible()


def passes(phone: Phone) -> None:
    if button(phone, "pass").count():
        phone.passes()


def answers(phone: Phone, number: int) -> None:
    """Whatever can be chosen is chosen, whatever can be written is written."""
    if not button(phone, "send").count():
        return
    asked = phone.page.locator("section.activity")
    expect(asked.get_by_text(ON_ITS_WAY)).to_have_count(0)
    said = [
        *(choose(group.get_by_role("radio"), number) for group in asked.get_by_role("radiogroup").all()),
        *(choose(group.get_by_role("button"), number) for group in asked.get_by_role("group", name=LAY_DOWN).all()),
        *(place.fill(SAYS[phone.language]) for place in asked.get_by_role("textbox").all() if place.is_enabled()),
    ]
    if not said:
        choose(asked.get_by_role("checkbox"), number)
    phone.sends()
    phone.says("status.saved")


def choose(choices: Locator, number: int) -> None:
    choices.nth(number % choices.count()).click()


def button(phone: Phone, key: str) -> Locator:
    return phone.button(phone.word(key), exact=True)
