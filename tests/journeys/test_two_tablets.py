"""Two facilitators lead together: both tablets stay in step, and the last one cannot just leave."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.evening import cast as sockets
from tests.evening.conftest import opened
from tests.evening.server import LiveServer
from tests.journeys.cast import PASSWORD, Tablet
from tests.journeys.conftest import Journey, lived
from tests.journeys.watching import Watch

GROUP = "Friday afternoon"


@pytest.fixture
def journey(browser: Browser, house: LiveServer, okoye: sockets.Browser, test_output: Path) -> Iterator[Journey]:
    live_session = opened(okoye, name=GROUP)
    yield from lived(Journey(browser, house, test_output, Watch(house.address), okoye, live_session))


def a_colleague(journey: Journey, tablet: Tablet) -> Tablet:
    """Invited by a link, given the group, and at the same live session."""
    # Whoever invites says who they are, if the sign-in that all these tests share is older than a few minutes.
    assert journey.staff
    journey.staff.post("/staff/again", who_again=PASSWORD)
    tablet.opens("/staff/people")
    tablet.page.get_by_label("Leads groups that a facilitator shares").check()
    tablet.taps("Make a link for them")
    link = tablet.page.get_by_role("status").get_by_text("/staff/invited#").inner_text()
    other = journey.tablet(signed_in=False)
    other.opens(link.strip())
    other.fills("Your name", "Dr. Lindqvist")
    other.fills("Name to sign in with", "lindqvist")
    other.fills("Password", PASSWORD)
    other.fills("The same password again", PASSWORD)
    other.taps("Make the account")
    expect(other.page).to_have_url(re.compile("/staff/$"))
    tablet.opens("/staff/")
    tablet.page.get_by_role("region", name="Groups").get_by_role("link", name=GROUP).click()
    tablet.page.get_by_label("Share with").select_option(label="Dr. Lindqvist")
    tablet.taps("Share", exact=True)
    other.opens_the_cockpit(journey.live_session)
    return other


def test_a_colleague_leads_along_and_the_last_tablet_cannot_leave(journey: Journey) -> None:
    tablet = journey.tablet()
    other = a_colleague(journey, tablet)
    tablet.opens_the_cockpit(journey.live_session)
    (ana,) = journey.phones(tablet.join_address(), "Ana")
    tablet.begins()
    other.is_at("Come in")

    other.next_step()
    tablet.is_at("Land")
    ana.is_at("Land")
    tablet.taps("Undo “step”")
    other.is_at("Come in")
    ana.is_at("Come in")

    ana.talks_to_staff()
    ana.says("support.sent")
    tablet.shows("Ana")
    other.taps("Seen: Ana")
    ana.says("support.seen", name="Dr. Lindqvist")
    tablet.shows("seen by Dr. Lindqvist")

    ana.taps("Back to the group")
    tablet.in_the_menu("Leave this tablet")
    expect(tablet.page).to_have_url(re.compile("/staff/$"))
    other.in_the_menu("Leave this tablet", closes=False)
    other.shows(re.compile("last tablet"))
    other.picture("the-last-tablet")
    other.next_step()
    ana.is_at("Land")
