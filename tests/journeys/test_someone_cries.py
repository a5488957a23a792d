"""The moment someone cries or the alarm rings: one tap, and the room is still."""

import time

from playwright.sync_api import expect

from tests.journeys.conftest import Journey

HOPE = "A quiet evening"


def test_hold_stills_the_room_and_one_tap_goes_on(journey: Journey) -> None:
    tablet, wall = journey.tablet(), journey.wall()
    tablet.pairs(wall)
    ana, ben = journey.phones(tablet.join_address(), "Ana", "Ben")
    tablet.begins()
    ana.is_at("Come in")

    tablet.taps("Hold", exact=True)

    wall.shows("A pause")
    wall.does_not_show("Come in")
    for phone in (ana, ben):
        phone.says("held")
    tablet.shows("Phones are down.")
    tablet.shows("The wall is still.")
    stopped = tablet.stage.get_by_text("The timer has stopped").inner_text()
    expect(tablet.button("Next")).to_have_attribute("aria-disabled", "true")
    tablet.picture("hold")
    wall.picture("hold")
    ana.picture("hold")

    tablet.stage.get_by_role("button", name="Roll call").click()
    tablet.taps("Ana is here")
    tablet.shows("1 of 2 confirmed here")
    tablet.taps("Back to the step")
    assert tablet.stage.get_by_text("The timer has stopped").inner_text() == stopped

    tablet.stage.get_by_role("button", name="Go on").click()
    wall.shows("Come in")
    for phone in (ana, ben):
        phone.is_at("Come in")


def test_cover_hides_the_wall_within_a_second(journey: Journey) -> None:
    tablet, wall = journey.tablet(), journey.wall()
    tablet.pairs(wall)
    (ana,) = journey.phones(tablet.join_address(), "Ana")
    tablet.begins()
    ana.writes("One hope for today", HOPE)
    ana.page.get_by_label("OK to show my words").check()
    ana.sends()
    tablet.shows_words(HOPE)
    tablet.taps("Reveal", exact=True)
    wall.shows(HOPE)

    began = time.monotonic()
    tablet.taps("Cover", exact=True)
    wall.does_not_show(HOPE)
    took = time.monotonic() - began

    print(f"covered after {took:.2f} s")
    tablet.shows("The wall is covered.")
    wall.picture("covered")
    tablet.taps("Uncover", exact=True)
    wall.shows(HOPE)


def test_phones_go_down_and_come_up(journey: Journey) -> None:
    tablet = journey.tablet()
    ana, ben = journey.phones(tablet.join_address(), "Ana", "Ben")
    tablet.begins()
    ana.is_at("Come in")
    tablet.taps("Phones down", exact=True)
    for phone in (ana, ben):
        phone.says("down")

    tablet.taps("Phones up", exact=True)

    for phone in (ana, ben):
        phone.is_at("Come in")
