"""A plan that its writer keeps on their own phone is there when the group meets again, until they hide it."""

import re

from playwright.sync_api import expect

from tests.evening.conftest import opened
from tests.journeys.cast import Phone, Tablet
from tests.journeys.conftest import Journey
from tests.journeys.test_a_tablet_passed_round import set_up
from tests.journeys.test_help_and_hiding import is_empty

MODULE, STEP = "10-a-plan-for-hard-days", "One page"
WRITTEN, LATER = "zanzibar lighthouse", "zanzibar lighthouse, and the sea"
KEEP = "Keep it on this phone until next time"


def at_the_plan(journey: Journey) -> Tablet:
    """Another day of the group, at the step with the plan."""
    assert journey.staff
    journey.live_session = opened(journey.staff, (MODULE,))
    return journey.tablet()


def comes_to_the_plan(ana: Phone, tablet: Tablet) -> None:
    ana.comes_in(tablet.join_address())
    tablet.begins()
    tablet.goes_to(STEP)
    expect(ana.page.get_by_role("textbox").first).to_be_visible()


def the_group_ends(tablet: Tablet, ana: Phone) -> None:
    """A minute in which it can be taken back goes by first."""
    tablet.in_the_menu("End the session…")
    tablet.taps("End the session", exact=True)
    expect(ana.page.get_by_text("Only what you chose to keep")).to_be_visible(timeout=75_000)


def test_it_is_there_next_time_and_gone_when_it_is_hidden(journey: Journey) -> None:
    tablet = at_the_plan(journey)
    ana = journey.phone("Ana")
    comes_to_the_plan(ana, tablet)
    ana.page.get_by_role("textbox").first.fill(WRITTEN)
    expect(ana.button(KEEP)).to_be_visible()
    ana.looks_right("a-plan-to-keep")
    ana.taps(KEEP)
    ana.shows("Changes are kept too")
    ana.page.get_by_role("textbox").first.fill(LATER)
    the_group_ends(tablet, ana)
    ana.looks_right("the-end-with-a-plan")
    ana.taps(ana.word("ended.leave"), exact=True)
    expect(ana.page).to_have_url(re.compile("/hidden"))

    tablet = at_the_plan(journey)
    comes_to_the_plan(ana, tablet)
    ana.shows("You kept this on this phone")
    expect(ana.page.get_by_text(LATER)).to_have_count(0)
    expect(ana.page.get_by_role("textbox").first).to_have_value("")
    ana.looks_right("a-plan-from-last-time")
    ana.taps("Open it", exact=True)
    expect(ana.page.get_by_role("textbox").first).to_have_value(LATER)
    assert ana.traffic.said
    assert not [said for said in ana.traffic.said if "zanzibar" in said]

    ana.hides_this()
    ana.shows("This page is empty.")
    is_empty(ana.page)
    tablet = at_the_plan(journey)
    comes_to_the_plan(ana, tablet)
    expect(ana.page.get_by_text("You kept this")).to_have_count(0)


def test_its_owner_takes_it_off_the_phone(journey: Journey) -> None:
    tablet = at_the_plan(journey)
    ana = journey.phone("Ana")
    comes_to_the_plan(ana, tablet)
    ana.page.get_by_role("textbox").first.fill(WRITTEN)
    ana.taps(KEEP)
    ana.taps(re.compile("^Ana:"))
    ana.shows(ana.word("kept"))
    ana.looks_right("kept-on-this-phone")
    ana.taps(re.compile("^Take off this phone"))
    ana.shows(ana.word("kept.gone"))
    ana.taps(ana.word("support.back"))
    ana.page.get_by_role("textbox").first.fill(LATER)

    ana.reloads()
    expect(ana.page.get_by_role("textbox").first).to_have_value("")
    expect(ana.page.get_by_text("You kept this")).to_have_count(0)


def test_a_tablet_that_is_passed_round_keeps_no_plan(journey: Journey) -> None:
    assert journey.staff
    journey.live_session = opened(journey.staff, (MODULE,))
    tablet, shared = set_up(journey)
    tablet.begins()
    tablet.goes_to(STEP)
    shared.taps("Ben", exact=True)
    shared.agrees()
    shared.page.get_by_role("textbox").first.fill(WRITTEN)

    expect(shared.button("Save a copy")).to_be_visible()
    expect(shared.button(KEEP)).to_have_count(0)
