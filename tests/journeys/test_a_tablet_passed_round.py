"""Two people without a phone and one tablet of the clinic: what the first wrote is not there for the second."""

import re

from playwright.sync_api import expect

from tests.journeys.cast import Phone, Tablet
from tests.journeys.conftest import Journey
from tests.journeys.test_help_and_hiding import is_empty, kept


def set_up(journey: Journey) -> tuple[Tablet, Phone]:
    tablet = journey.tablet()
    for name in ("Ben", "Chris"):
        tablet.taps("Add a seat without a phone")
        tablet.fills("What should we call them?", name)
        tablet.taps("Add this seat")
    tablet.taps("Add a seat without a phone")
    tablet.taps("Make a code")
    code = tablet.live_column.locator(".tablet-code")
    expect(code).to_have_text(re.compile("^[A-Z]{4} [A-Z]{4}$"))
    tablet.looks_right("a-code-for-the-clinic-tablet")
    shared = journey.phone("whoever holds it")
    shared.opens("/shared")
    shared.fills(shared.word("shared.code"), code.inner_text())
    shared.taps(shared.word("shared.begin"))
    shared.says("shared.who")
    tablet.taps("Back to the group")
    return tablet, shared


def test_it_wipes_itself_between_two_people(journey: Journey) -> None:
    tablet, shared = set_up(journey)
    tablet.begins()
    expect(shared.page.locator("footer").get_by_text(shared.word("foot.support"))).to_be_in_viewport()
    shared.picture("who-has-it-now")
    shared.taps("Ben", exact=True)
    shared.agrees()
    shared.is_at("Come in")
    shared.chooses("How strong is any urge right now?", 7)
    shared.writes("One hope for today", "A quiet evening")
    shared.sends()
    shared.says("status.saved")
    shared.picture("in-bens-hands")
    assert kept(shared.page)["local"] != [], "Nothing was kept before: this test would prove nothing."

    shared.taps(shared.word("shared.done"), exact=True)

    shared.says("shared.who")
    expect(shared.page).to_have_url(re.compile("/shared$"))
    is_empty(shared.page)
    assert "place" not in {cookie["name"] for cookie in shared.context.cookies()}
    shared.page.go_back()
    expect(shared.page.get_by_text("A quiet evening")).to_have_count(0)
    shared.opens("/group")
    expect(shared.page.get_by_text("A quiet evening")).to_have_count(0)

    shared.opens("/shared")
    shared.taps("Chris", exact=True)
    shared.agrees()
    shared.is_at("Come in")
    expect(shared.page.get_by_label(re.compile("One hope for today"))).to_have_value("")
    shared.says("status.not_sent")
    tablet.looks_at("Ben")
    tablet.taps("See what Ben answered")
    tablet.sees_value("How strong is any urge right now?", 7)


def test_what_is_not_sent_yet_is_not_wiped_by_the_first_tap(journey: Journey) -> None:
    tablet, shared = set_up(journey)
    tablet.begins()
    shared.taps("Ben", exact=True)
    shared.agrees()
    shared.is_at("Come in")
    shared.loses_the_network()
    shared.writes("One hope for today", "A quiet evening")
    shared.sends()

    shared.taps(shared.word("shared.done"), exact=True)

    shared.says("shared.not_sent")
    shared.finds_the_network()
    shared.says("status.saved")
    shared.taps(shared.word("shared.done"), exact=True)
    shared.says("shared.who")


def test_it_wipes_itself_when_nobody_has_touched_it(journey: Journey) -> None:
    tablet, shared = set_up(journey)
    tablet.begins()
    shared.page.clock.install()
    shared.taps("Ben", exact=True)
    shared.agrees()
    shared.is_at("Come in")
    shared.writes("One hope for today", "A quiet evening")

    shared.page.clock.fast_forward(151_000)
    shared.says("shared.still_here")
    shared.page.mouse.click(5, 5)
    shared.does_not_say("shared.still_here")
    shared.page.clock.fast_forward(151_000)
    shared.says("shared.still_here")
    shared.picture("still-here")
    # The page leaves when its time is up: a clock that is wound past that would wait for a page that is gone.
    shared.page.clock.fast_forward(29_000)
    shared.page.clock.resume()

    expect(shared.page.get_by_text("A quiet evening")).to_have_count(0)
    expect(shared.page).to_have_url(re.compile("/shared$"))


def test_tablets_that_staff_put_away_show_nobodys_page(journey: Journey) -> None:
    tablet, shared = set_up(journey)
    tablet.begins()
    shared.taps("Ben", exact=True)
    shared.agrees()
    shared.is_at("Come in")

    tablet.taps("Add a seat without a phone")
    tablet.taps("Put all clinic tablets away")

    expect(shared.page.get_by_role("heading", name="Come in")).to_have_count(0)
    shared.opens("/shared")
    shared.says("shared.title")
