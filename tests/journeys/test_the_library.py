"""Choosing a module: the library, what is found there, and each step as a phone and the wall will show it."""

from playwright.sync_api import expect

from tests.journeys.conftest import Journey


def test_a_module_is_found_and_seen_before_the_group_sees_it(journey: Journey) -> None:
    tablet = journey.tablet()
    tablet.opens("/staff/library")
    tablet.looks_right("library")
    tablet.fills("Words", "wave")
    tablet.page.get_by_label("Length").select_option("Any")
    tablet.taps("Show", exact=True)
    tablet.taps("Riding out an urge")
    tablet.looks_right("module")
    tablet.taps("See it on a phone")
    expect(tablet.page.get_by_text("Preview · step 1 of")).to_be_visible()
    tablet.taps("Next step")
    expect(tablet.page.get_by_text("Preview · step 2 of")).to_be_visible()
    tablet.taps("On the tablet")
    expect(tablet.page.get_by_role("heading", name="The group sees")).to_be_visible()
    tablet.looks_right("preview-of-the-tablet")
    tablet.taps("On the wall")
    expect(tablet.page.get_by_role("heading", level=1)).to_be_visible()
    tablet.looks_right("preview-of-the-wall")
    tablet.taps("Back to the module")
    expect(tablet.page.get_by_role("heading", name="Riding out an urge", level=1)).to_be_visible()


def test_an_answer_can_be_tried_in_a_preview_and_goes_nowhere(journey: Journey) -> None:
    tablet = journey.tablet()
    tablet.opens("/staff/library/iop-foundations/01-check-in/preview/phone/1")
    tablet.page.set_viewport_size({"width": 390, "height": 844})
    tablet.page.get_by_role("radio").first.click()
    expect(tablet.page.get_by_role("radio").first).to_be_checked()
    tablet.looks_right("preview-of-a-phone")

    expect(tablet.button("Send", exact=True)).to_have_attribute("aria-disabled", "true")
    assert not [said for said in tablet.traffic.said if "/socket.io" in said]


def test_the_tablets_summary_is_there_before_anybody_has_said_anything(journey: Journey) -> None:
    tablet = journey.tablet()
    tablet.opens("/staff/library/iop-foundations/02-riding-out-an-urge/preview/tablet/3")
    expect(tablet.page.get_by_role("region", name="What people say").get_by_text("Nothing yet")).to_be_visible()
    tablet.opens("/staff/library/iop-foundations/31-good-hours/preview/tablet/5")
    tablet.shows("Here is something that you lead")
