"""Every screen and state that the other journeys pass by: drawn, open to everyone, help in reach, nothing sideways."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.evening import cast as sockets
from tests.evening.conftest import opened
from tests.evening.server import LiveServer
from tests.journeys.cast import Phone, Tablet, Wall
from tests.journeys.conftest import Journey, lived
from tests.journeys.watching import Watch

PLAN = ("01-check-in", "02-riding-out-an-urge", "break", "06-a-bridge", "08-check-out")
URGE, BRIDGE = "Riding out an urge", "A bridge"
SPANISH = {
    "Where it starts": "Dónde empieza",
    "What helps": "Lo que ayuda",
    "How sure are you?": "¿Cuánta confianza?",
    "Ride a small one": "Con una pequeña",
    "One plank": "Una tabla",
    "Set out": "Salir",
}
NO_SUCH_CODE = "404 (NOT FOUND)"


@pytest.fixture
def journey(browser: Browser, house: LiveServer, okoye: sockets.Browser, test_output: Path) -> Iterator[Journey]:
    live_session = opened(okoye, PLAN)
    yield from lived(Journey(browser, house, test_output, Watch(house.address), okoye, live_session))


def come_in(journey: Journey, tablet: Tablet, others: list[sockets.Phone]) -> None:
    secret = tablet.join_address().partition("#s=")[2]
    others += [sockets.Phone(journey.server.address, name, secret=secret) for name in ("Chris", "Dee")]


def each_size(journey: Journey, large: Browser) -> list[Phone]:
    """One phone of the usual size; the smallest, in Spanish; and that with letters of twice the size."""
    small: dict[str, Any] = {"language": "es", "small": True}
    return [
        journey.phone("Ana"),
        journey.phone("Ben", **small),
        journey.phone("Eli", **small, browser=large, large=True),
    ]


def test_before_a_phone_is_let_in(journey: Journey, large_letters: Browser) -> None:
    journey.watch.expect(NO_SUCH_CODE)
    tablet = journey.tablet()
    phones = each_size(journey, large_letters)
    for phone in phones:
        phone.types("QQQQQ")
        phone.looks_right("code-not-found")
        phone.opens("/nothing-here")
        phone.looks_right("nothing-here")
        phone.opens(tablet.join_address())
        phone.looks_right("join")
        phone.types(tablet.join_code())
        phone.looks_right("agreement")
        phone.agrees()
        phone.says("waiting")
        phone.looks_right("waiting")
    tablet.taps(re.compile("^Let in Ana"))
    phones[0].says("gathering", name="Ana")


def test_what_a_phone_and_the_wall_show_in_a_step(
    journey: Journey, others: list[sockets.Phone], large_letters: Browser
) -> None:
    tablet, wall = journey.tablet(), journey.wall()
    tablet.pairs(wall)
    phones = each_size(journey, large_letters)
    for phone in phones:
        phone.comes_in(tablet.join_address())
    come_in(journey, tablet, others)
    wall.looks_right("gathering")
    tablet.begins()
    for phone in phones:
        phone.talks_to_staff()
        phone.says("support.sent")
        phone.looks_right("a-call-sent")
        # Nobody steps on while a call that no one has seen for a minute covers the tablet.
        tablet.taps(f"Seen: {phone.name}")
        phone.taps(phone.word("support.back"), exact=True)
        phone.taps(re.compile(f"^{phone.name}:"))
        phone.looks_right("name-and-language")
        phone.taps(phone.word("support.back"), exact=True)
        phone.looks_right("check-in")
    tablet.goes_to("The wave", of=URGE)
    wall.shows("The wave")
    wall.looks_right("the-wave")
    for step in ("Where it starts", "What helps", "How sure are you?", "Ride a small one", "One plank"):
        at(step, tablet, wall, phones)
    a_poll_is_shown(tablet, wall, phones, others)
    a_break(tablet, wall, phones)
    asked_and_removed(tablet, phones)


def at(step: str, tablet: Tablet, wall: Wall, phones: list[Phone]) -> None:
    tablet.goes_to(step, of=BRIDGE if step in ("Set out", "One plank") else URGE)
    wall.shows(step)
    name = re.sub(r"\W+", "-", step.lower()).strip("-")
    for phone in phones:
        phone.is_at(step if phone.language == "en" else SPANISH[step])
    for device in (*phones, wall):
        device.looks_right(name)


def a_poll_is_shown(tablet: Tablet, wall: Wall, phones: list[Phone], others: list[sockets.Phone]) -> None:
    at("Set out", tablet, wall, phones)
    phones[0].answers("A bit nervous")
    for phone in phones[1:]:
        phone.page.get_by_role("radio").nth(2).click()
        phone.sends()
        phone.says("status.saved")
    for phone in phones:
        phone.looks_right("poll-answered")
    for other in others:
        other.sees(lambda view: view["activity"] and view["activity"]["kind"] == "poll")
        other.answers({"chosen": ["nervous"]})
    tablet.closes()
    tablet.taps("Show on wall", exact=True)
    tablet.taps("Show on phones", exact=True)
    # Five are too few for a chart in which nobody can be found.
    wall.shows("Too few answers to sum up.")
    phones[0].shows("Too few answers to sum up.")
    for phone in phones:
        phone.says("status.saved_closed")
    for device in (*phones, wall):
        device.looks_right("result")
    tablet.looks_right("result")
    tablet.taps("See answers")
    tablet.looks_right("answers")


def a_break(tablet: Tablet, wall: Wall, phones: list[Phone]) -> None:
    agenda = tablet.page.get_by_role("navigation", name="Agenda")
    agenda.get_by_role("button", name=re.compile("^Break")).click()
    tablet.looks_right("preview-of-a-break")
    tablet.taps("Go here")
    wall.shows("Break")
    for phone in phones:
        phone.says("down")
    for device in (tablet, wall, *phones):
        device.looks_right("break")


def asked_and_removed(tablet: Tablet, phones: list[Phone]) -> None:
    tablet.in_the_menu("Ask every phone: two minutes?")
    for phone in phones:
        phone.says("two_minutes")
        phone.looks_right("two-minutes")
    phones[1].taps(phones[1].word("two_minutes.yes"), exact=True)
    phones[1].says("two_minutes.said_yes")
    tablet.shows("two minutes")
    tablet.looks_right("two-minutes-asked-for")
    tablet.looks_at("Ben")
    tablet.taps("Remove from today")
    tablet.taps("Remove", exact=True)
    phones[1].says("removed")
    phones[1].looks_right("removed")
    tablet.shows("Ben was removed")
    tablet.looks_right("a-seat-was-removed")


def test_every_layer_of_the_tablet(journey: Journey) -> None:
    tablet = journey.tablet()
    (ana,) = journey.phones(tablet.join_address(), "Ana")
    tablet.begins()
    ana.writes("One hope for today", "A quiet evening")
    ana.sends()
    tablet.shows("A quiet evening")
    tablet.taps("Menu", exact=True)
    tablet.looks_right("menu")
    tablet.page.keyboard.press("Escape")
    for item, name in (("Walls", "walls"), ("Private jottings", "jottings"), ("Concern", "concern")):
        tablet.in_the_menu(item)
        tablet.looks_right(name)
        tablet.taps("Back to the step")
    tablet.taps("Join code", exact=True)
    tablet.looks_right("join-code")
    tablet.taps("Add a module", exact=True)
    tablet.shows("HALT")
    tablet.looks_right("add-a-module")
    tablet.page.get_by_role("navigation", name="Agenda").get_by_role("button", name=re.compile("^The round")).click()
    tablet.shows("The group is at “Come in”.")
    tablet.looks_right("preview")
    tablet.taps("Back to the step")
    tablet.taps(re.compile("More time…$"))
    tablet.taps("More", exact=True)
    tablet.looks_right("more-of-a-card")
    tablet.taps("Park", exact=True)
    tablet.taps("Parked 1")
    tablet.looks_right("words")
    tablet.back_to_the_group()
    tablet.looks_at("Ana")
    tablet.taps("See what Ana answered")
    tablet.shows("Hides by itself after a minute.")
    tablet.taps("New phone for this seat")
    tablet.looks_right("a-seat")
    tablet.taps("Make the picture")
    expect(tablet.page.get_by_role("img", name="Picture to scan, for Ana")).to_be_visible()
    tablet.looks_right("a-new-phone")
    tablet.taps("Enter an answer for Ana")
    tablet.looks_right("enter-an-answer")
    tablet.back_to_the_group()
    tablet.taps("Add a seat without a phone")
    tablet.looks_right("add-a-seat")
    tablet.back_to_the_group()
    tablet.page.set_viewport_size({"width": 820, "height": 1180})
    tablet.looks_right("portrait")
    tablet.page.set_viewport_size({"width": 1024, "height": 768})
    tablet.looks_right("smallest")
