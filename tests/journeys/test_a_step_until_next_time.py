"""A small step is asked about next time, because its writer kept it on their own phone and nowhere else."""

import re

from playwright.sync_api import expect

from tests.evening.conftest import opened
from tests.journeys.cast import Phone, Tablet
from tests.journeys.conftest import Journey
from tests.journeys.test_a_plan_that_is_kept import the_group_ends
from tests.journeys.test_a_tablet_passed_round import set_up
from tests.journeys.test_help_and_hiding import is_empty

MODULE, AT = "34-what-matters-to-me", "One step that way"
WRITTEN = "zanzibar lighthouse"
KEEP = "Keep my step on this phone until next time"
SHUT = "You kept a step on this phone on"


def at_a_session(journey: Journey, *plan: str) -> Tablet:
    assert journey.staff
    journey.live_session = opened(journey.staff, plan)
    return journey.tablet()


def comes_to_the_step(ana: Phone, tablet: Tablet) -> None:
    ana.comes_in(tablet.join_address())
    tablet.begins()
    tablet.goes_to(AT)
    expect(ana.page.get_by_role("textbox").first).to_be_visible()


def keeps_a_step(ana: Phone) -> None:
    expect(ana.page.get_by_label(KEEP)).to_have_count(0)
    ana.page.evaluate("window.laid = 0; addEventListener('shelf-changed', () => { window.laid += 1; })")
    ana.page.get_by_role("textbox").first.fill("zanzibar")
    ana.page.get_by_label(KEEP).check()
    is_laid_down(ana, 1)
    ana.page.get_by_role("textbox").first.fill(WRITTEN)
    is_laid_down(ana, 2)


def is_laid_down(ana: Phone, times: int) -> None:
    """A phone writes it down a moment after it shows it."""
    ana.page.wait_for_function("times => window.laid >= times", arg=times)


def test_it_is_shown_back_to_its_writer_alone(journey: Journey) -> None:
    tablet = at_a_session(journey, MODULE)
    ana = journey.phone("Ana")
    comes_to_the_step(ana, tablet)
    keeps_a_step(ana)
    ana.page.get_by_label(KEEP).scroll_into_view_if_needed()
    ana.looks_right("a-step-to-keep")
    ana.passes()
    the_group_ends(tablet, ana)
    ana.taps(ana.word("ended.leave"), exact=True)
    expect(ana.page).to_have_url(re.compile("/hidden"))

    tablet = at_a_session(journey, "01-check-in", MODULE)
    ana.comes_in(tablet.join_address())
    tablet.begins()
    ana.shows(SHUT)
    expect(ana.page.get_by_text(WRITTEN)).to_have_count(0)
    ana.taps("Show my step", exact=True)
    ana.shows(WRITTEN)
    ana.looks_right("a-step-at-the-check-in")

    tablet.goes_to(AT, of="What matters to me")
    ana.shows(SHUT)
    ana.taps("Show my step", exact=True)
    ana.shows(WRITTEN)
    ana.looks_right("a-step-from-last-time")
    ana.taps("Take this step again", exact=True)
    expect(ana.page.get_by_role("textbox").first).to_have_value(WRITTEN)
    assert ana.traffic.said
    assert not [said for said in ana.traffic.said if "zanzibar" in said]

    ana.hides_this()
    ana.shows("This page is empty.")
    is_empty(ana.page)
    tablet = at_a_session(journey, MODULE)
    comes_to_the_step(ana, tablet)
    expect(ana.page.get_by_text(SHUT)).to_have_count(0)


def test_its_owner_takes_it_off_the_phone(journey: Journey) -> None:
    tablet = at_a_session(journey, MODULE)
    ana = journey.phone("Ana")
    comes_to_the_step(ana, tablet)
    keeps_a_step(ana)
    ana.taps(re.compile("^Ana:"))
    ana.taps(re.compile("^Take off this phone"))
    ana.shows(ana.word("kept.gone"))
    ana.taps(ana.word("support.back"))

    expect(ana.page.get_by_label(KEEP)).not_to_be_checked()
    ana.reloads()
    expect(ana.page.get_by_role("textbox").first).to_have_value(WRITTEN)
    expect(ana.page.get_by_text(SHUT)).to_have_count(0)
    expect(ana.page.get_by_label(KEEP)).not_to_be_checked()


def test_a_tick_is_still_there_after_a_reload(journey: Journey) -> None:
    tablet = at_a_session(journey, MODULE)
    ana = journey.phone("Ana")
    comes_to_the_step(ana, tablet)
    keeps_a_step(ana)
    ana.reloads()

    expect(ana.page.get_by_label(KEEP)).to_be_checked()
    ana.sends()
    ana.says("status.saved")
    expect(ana.page.get_by_label(KEEP)).to_be_checked()


def test_a_tablet_that_is_passed_round_keeps_no_step(journey: Journey) -> None:
    assert journey.staff
    journey.live_session = opened(journey.staff, (MODULE,))
    tablet, shared = set_up(journey)
    tablet.begins()
    tablet.goes_to(AT)
    shared.taps("Ben", exact=True)
    shared.agrees()
    shared.page.get_by_role("textbox").first.fill(WRITTEN)

    expect(shared.button(shared.word("send"))).to_be_visible()
    expect(shared.page.get_by_label(KEEP)).to_have_count(0)
