"""The code of an activity comes while the step before it is shown, so that nobody waits when it opens."""

from typing import Any

from playwright.sync_api import expect

from tests.evening.conftest import opened
from tests.journeys.conftest import Journey

MODULE = "02-riding-out-an-urge"


def test_every_screen_has_the_next_activity_before_it_opens(journey: Journey) -> None:
    assert journey.staff
    journey.live_session = opened(journey.staff, (MODULE,))
    tablet, wall = journey.tablet(), journey.wall()
    tablet.pairs(wall)
    ana = journey.phone("Ana")
    ana.comes_in(tablet.join_address())
    tablet.begins()
    tablet.is_at("Arrive")
    expect(ana.page.locator("section.activity")).to_have_count(0)

    with (
        ana.page.expect_response(is_the_code_of("participant.word_cloud")),
        wall.page.expect_response(is_the_code_of("display.word_cloud")),
        tablet.page.expect_response(is_the_code_of("facilitator.word_cloud")),
    ):
        tablet.next_step()
    tablet.is_at("The wave")
    expect(ana.page.locator("section.activity")).to_have_count(0)


def is_the_code_of(name: str) -> Any:
    return lambda response: f"/static/{name}-" in response.url and response.ok
