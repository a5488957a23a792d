"""A therapist at the desk: a plan made by keyboard and by drag, and every page for staff open to everyone."""

import re

from playwright.sync_api import Locator, expect

from tests.journeys.cast import Tablet
from tests.journeys.conftest import Journey

ADD = ("Check-in", "Riding out an urge", "Check-out")


def titles(desk: Tablet) -> Locator:
    return desk.page.locator(".plan-rows .title")


def a_new_plan(journey: Journey) -> Tablet:
    """A plan with a check-in, a module, a check-out and a break, saved."""
    desk = journey.tablet()
    desk.opens("/staff/")
    desk.taps("Make a plan")
    for title in ADD:
        desk.taps(f"Add {title}", exact=True)
    desk.taps("Add a break")
    expect(titles(desk)).to_have_text([*ADD, "Break"])
    desk.shows("Saved.")
    return desk


def test_a_plan_is_put_in_order_by_keyboard(journey: Journey) -> None:
    desk = a_new_plan(journey)
    up = desk.button("Move Break up")

    up.focus()
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.press("Enter")

    expect(titles(desk)).to_have_text(["Check-in", "Break", "Riding out an urge", "Check-out"])
    expect(up).to_be_focused()
    expect(desk.page.get_by_text("Break is now 2 of 4.")).to_be_attached()
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.press("Enter")
    expect(titles(desk).first).to_have_text("Break")
    expect(up).to_be_focused()


def test_a_plan_is_put_in_order_by_drag(journey: Journey) -> None:
    desk = a_new_plan(journey)
    grips = desk.page.locator(".plan-rows .grip")
    mouse, bottom, top = desk.page.mouse, grips.nth(3).bounding_box(), grips.nth(0).bounding_box()
    assert bottom is not None
    assert top is not None

    mouse.move(bottom["x"] + 20, bottom["y"] + 20)
    mouse.down()
    mouse.move(top["x"] + 20, top["y"] + 2, steps=8)
    mouse.up()

    expect(titles(desk)).to_have_text(["Break", *ADD])
    desk.shows("Saved.")
    desk.reloads()
    expect(titles(desk)).to_have_text(["Break", *ADD])


def test_what_was_typed_last_is_in_the_session_that_starts(journey: Journey) -> None:
    desk = a_new_plan(journey)
    desk.page.get_by_label("Minutes for Check-in").fill("20")

    desk.taps("Start", exact=True)

    expect(desk.page).to_have_url(re.compile("/staff/live/"))
    expect(desk.page.get_by_role("navigation", name="Agenda").get_by_text("20")).to_be_visible()


def test_what_was_taken_out_comes_back_where_it_was(journey: Journey) -> None:
    desk = a_new_plan(journey)

    desk.taps("Take Riding out an urge out")
    expect(titles(desk)).to_have_text(["Check-in", "Check-out", "Break"])
    desk.taps("Put it back")

    expect(titles(desk)).to_have_text([*ADD, "Break"])


def test_a_plan_without_a_name_does_not_claim_to_be_saved(journey: Journey) -> None:
    desk = a_new_plan(journey)

    desk.fills("Name of the plan", " ")

    desk.shows("Give the plan a name first.")
    desk.shows("Not saved yet.")


def test_every_page_for_staff_is_open_to_everyone(journey: Journey) -> None:
    journey.watch.expect("404 (NOT FOUND)")
    desk = a_new_plan(journey)
    desk.looks_right("plan")
    module = "/staff/library/iop-foundations/02-riding-out-an-urge"
    pages = {
        "home": "/staff/",
        "library": "/staff/library",
        "module": module,
        "guide": f"{module}/print",
        "sheet": f"{module}/print?for=group",
        "account": "/staff/account",
        "second-step": "/staff/account/second-step",
        "people": "/staff/people",
        "settings": "/staff/settings",
        "nothing-here": "/staff/nothing",
    }
    for name, address in pages.items():
        desk.opens(address)
        desk.looks_right(name)
    desk.opens("/staff/")
    desk.page.get_by_role("region", name="Groups").get_by_role("link").first.click()
    desk.looks_right("group")


def test_signing_in_is_open_to_everyone(journey: Journey) -> None:
    journey.watch.expect("401 (UNAUTHORIZED)")
    stranger = journey.tablet()
    stranger.context.clear_cookies()
    stranger.opens("/staff/sign-in")
    stranger.looks_right("sign-in")
    stranger.fills("Name you sign in with", "mallory")
    stranger.fills("Password", "not this one")
    stranger.taps("Sign in")

    stranger.shows("do not go together")
    stranger.looks_right("sign-in-not-done")
