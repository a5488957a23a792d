"""A picture from the first stroke to the wall and back: drawn, kept over a reload, sent, shown, and taken down."""

import pytest
from playwright.sync_api import expect

from tests.journeys.cast import Phone, Tablet, Wall
from tests.journeys.conftest import Journey
from tests.journeys.drawing import draws, paper, red, rung, shows_no_red, shows_red

OWN_MODULE = """---
title: Art
discipline: art
minutes: 20
---

## Draw {#draw minutes=10}

```drawing
promise: named
question: Draw a calm place.
```

## Look {#look minutes=10}

Look around.

## Walk {#walk minutes=5}

```gallery
question: Look for a color that speaks to you.
```
"""


@pytest.fixture
def room(journey: Journey) -> tuple[Tablet, Wall, Phone]:
    tablet, wall = journey.tablet(), journey.wall()
    tablet.pairs(wall)
    (ana,) = journey.phones(tablet.join_address(), "Ana")
    tablet.begins()
    wall.shows("Draw a calm place.")
    expect(paper(ana)).to_be_visible()
    return tablet, wall, ana


def test_a_picture_is_drawn_and_outlives_a_reload_and_nothing_of_it_leaves_the_phone(
    room: tuple[Tablet, Wall, Phone],
) -> None:
    tablet, _wall, ana = room
    draws(ana)
    shows_red(ana, "canvas.paper")
    ana.page.get_by_label("Words for it").fill("The lake at home")
    expect(rung(ana, "rung.me")).to_be_checked()
    ana.looks_right("drawing-drawn")
    ana.reloads()

    expect(paper(ana)).to_have_accessible_name("Your picture: 1 line.")
    expect(ana.page.get_by_label("Words for it")).to_have_value("The lake at home")
    shows_red(ana, "canvas.paper")
    ana.taps("Undo", exact=True)
    expect(paper(ana)).to_have_accessible_name("Your paper. It is empty.")
    shows_no_red(ana, "canvas.paper")
    tablet.shows("Nothing waiting.")
    assert not [said for said in ana.traffic.said if "red" in said or "lake" in said]


def test_it_goes_to_the_wall_rung_by_rung_and_comes_down_at_once(room: tuple[Tablet, Wall, Phone]) -> None:
    tablet, wall, ana = room
    draws(ana)
    ana.page.get_by_label("Words for it").fill("The lake at home")
    rung(ana, "rung.group").click()
    ana.says("status.saved")
    expect(rung(ana, "rung.group")).to_be_checked()
    ana.looks_right("drawing-ladder")

    tablet.shows("For the group now")
    expect(tablet.live_column.locator("canvas.drawn")).to_be_visible()
    tablet.looks_right("drawing-waits")
    tablet.shows_words("The lake at home")
    tablet.taps("Reveal", exact=True)
    wall.shows("The lake at home")
    on_wall = wall.page.locator("canvas.drawn")
    expect(on_wall).to_have_accessible_name("The lake at home")
    shows_red(wall)
    wall.looks_right("drawing-shown")

    tablet.next_step()
    ana.says("down")
    ana.looks_right("drawing-down")
    ana.taps(ana.word("pieces"), exact=True)
    ana.looks_right("drawing-my-pictures")
    ana.page.get_by_label("Draw a calm place.").select_option("me")
    ana.does_not_show("Draw a calm place.")
    wall.does_not_show("The lake at home")
    expect(on_wall).to_have_count(0)
    tablet.does_not_show("The lake at home")


def test_a_walk_through_the_pictures_loses_one_as_soon_as_its_maker_steps_it_down(
    room: tuple[Tablet, Wall, Phone], journey: Journey
) -> None:
    tablet, wall, ana = room
    (ben,) = journey.phones(tablet.join_address(), "Ben")
    for phone, words in ((ana, "The lake at home"), (ben, "My road")):
        draws(phone)
        phone.page.get_by_label("Words for it").fill(words)
        rung(phone, "rung.group").click()
        phone.says("status.saved")
        tablet.shows_words(words)
    tablet.taps("Reveal", exact=True)
    wall.shows("The lake at home")
    tablet.goes_to("Walk")
    hung = wall.page.locator(".gallery canvas.drawn")
    expect(hung).to_have_count(2)
    tablet.taps("Lead this activity")
    expect(tablet.page.locator(".gallery-small canvas.drawn")).to_have_count(2)
    wall.looks_right("gallery-all")
    tablet.looks_right("gallery-led")
    tablet.taps("Next picture", exact=True)
    wall.shows("Picture 1 of 2")
    wall.looks_right("gallery-one")

    for phone in (ana, ben):
        assert not [heard for heard in phone.traffic.heard if '"marks"' in heard and '"id":"' in heard]
    ana.taps("Ana: name and language")
    ana.page.get_by_label("Draw a calm place.").select_option("facilitator")
    tablet.taps("All", exact=True)
    expect(hung).to_have_count(1)
    expect(hung).to_have_accessible_name("My road")


def test_a_picture_is_made_by_keys_alone(room: tuple[Tablet, Wall, Phone]) -> None:
    """Shapes, colours and places are buttons; what is on the paper is told in words."""
    _tablet, _wall, ana = room
    keys = ana.page.keyboard
    ana.page.get_by_role("radio", name="Medium").focus()
    keys.press("End")
    ana.page.get_by_role("radio", name="Black").focus()
    for _ in range(3):
        keys.press("ArrowRight")
    ana.page.get_by_role("radio", name="Star").focus()
    keys.press("ArrowRight")
    ana.page.get_by_role("button", name="bottom right").focus()
    keys.press("Enter")
    expect(paper(ana)).to_have_accessible_name("Your picture: Heart, red, bottom right.")
    shows_red(ana, "canvas.paper")
    before = red(paper(ana))
    ana.page.get_by_role("button", name="Left", exact=True).focus()
    for _ in range(5):
        keys.press("Enter")

    expect(paper(ana)).to_have_accessible_name("Your picture: Heart, red, bottom.")
    assert red(paper(ana)) == pytest.approx(before, rel=0.05)
    ana.looks_right("drawing-shapes")


def test_a_picture_that_went_into_the_record_is_taken_out_when_somebody_asks(
    room: tuple[Tablet, Wall, Phone],
) -> None:
    tablet, _wall, ana = room
    draws(ana)
    ana.page.get_by_label("Words for it").fill("The lake at home")
    rung(ana, "rung.record").click()
    ana.says("status.saved")
    tablet.shows("For the record too")
    tablet.in_the_menu("End the session…")
    tablet.taps("End the session", exact=True)
    expect(tablet.page.get_by_role("link", name="See the summary")).to_be_visible(timeout=75_000)
    tablet.taps("See the summary")
    drawn = tablet.page.get_by_role("img", name="The lake at home")
    expect(drawn).to_be_visible()
    drawn.scroll_into_view_if_needed()
    tablet.looks_right("summary-with-a-picture")

    tablet.taps("Take this picture out…")
    expect(drawn).to_be_visible()
    tablet.looks_right("taking-a-picture-out")
    tablet.page.get_by_label("Take it out for good.").check()
    tablet.taps("Take it out", exact=True)
    tablet.shows("Who was there")
    expect(drawn).to_have_count(0)
    tablet.does_not_show("The lake at home")
