"""A welcome, an agreement of the group's own, a break, and a round of voices, as a group goes through them."""

import re

from playwright.sync_api import expect

from tests.journeys.cast import Phone, Tablet
from tests.journeys.conftest import Journey

OWN_MODULE = """---
title: A first evening
discipline: process
minutes: 40
---

## Someone new {#new minutes=10}

```welcome
promise: named
```

## What we need {#ours minutes=10}

```agreement
begin_with:
  - What is said here stays here.
promise: named
```

## A break {#break minutes=10}

```break_
minutes: 10
```

## A card {#card minutes=10}

```coping_card
promise: private
```
"""
CHAIR = "Someone kept a chair for me."
MY_SIGN = "My hands get cold, and I think of the corner by the station where we used to meet on Fridays."
LISTEN = "We listen to the end."


def offers(phone: Phone, question: str, text: str) -> None:
    phone.writes(question, text)
    phone.page.get_by_label(phone.word("ok_to_show")).check()
    phone.sends()
    phone.says("status.saved")


def shows(tablet: Tablet, words: str) -> None:
    tablet.shows_words(words)
    tablet.taps("Reveal", exact=True)


def test_a_group_welcomes_someone_agrees_and_rests(journey: Journey) -> None:
    tablet, wall = journey.tablet(), journey.wall()
    tablet.pairs(wall)
    ana, ben = journey.phones(tablet.join_address(), "Ana", "Ben")
    dee = journey.phone("Dee", language="es", small=True)
    dee.comes_in(tablet.join_address())
    tablet.begins()

    # Staff say who is new; their name is on the wall once they have said yes and staff have shown it.
    tablet.taps("Lead this activity") if tablet.button("Lead this activity").count() else tablet.taps("See answers")
    tablet.stage.get_by_role("button", name="Ben", exact=True).click()
    tablet.stage.get_by_role("button", name="Dee", exact=True).click()
    ben.shows("Lines from the group will come here.")
    wall.shows("Welcome.")
    ben.page.get_by_role("radio", name="Yes: Ben").click()
    tablet.taps("Show the name Ben")
    wall.shows("Welcome, Ben.")
    wall.looks_right("welcome-someone")
    offers(ana, "What helped you when you were new here?", CHAIR)
    ben.does_not_show(CHAIR)
    shows(tablet, CHAIR)
    ben.shows(CHAIR)
    dee.shows(CHAIR)
    wall.shows(CHAIR)
    tablet.looks_right("welcome-someone")
    ben.looks_right("welcome-someone")
    dee.looks_right("welcome-someone")
    tablet.taps("Back to the step")
    tablet.next_step()

    # Lines are offered, arranged, and asked about.
    offers(ana, "What do we need", LISTEN)
    shows(tablet, LISTEN)
    tablet.taps("See answers")
    tablet.taps(f"Add: {LISTEN}")
    tablet.button(f"Move up: {LISTEN}").press("Enter")
    expect(tablet.stage.get_by_role("listitem").first).to_contain_text(LISTEN)
    expect(tablet.button(f"Move up: {LISTEN}")).to_be_focused()
    wall.shows(LISTEN)
    tablet.looks_right("agreement-arranged")
    wall.looks_right("agreement-arranged")
    tablet.closes()
    # Leave to show words is of those that were sent, and stands below no others.
    expect(ben.page.get_by_label(ben.word("ok_to_show"))).to_have_count(0)
    expect(ana.page.get_by_label(ana.word("ok_to_show"))).to_be_checked()
    tablet.taps("Ask again")
    for phone in (ana, ben):
        phone.page.get_by_role("radio", name="I can stand by this").click()
        phone.sends()
        phone.says("status.saved")
    dee.page.get_by_role("radio", name="Me gustaría hablar de esto").click()
    dee.writes("¿De qué le gustaría hablar?", "La primera línea.")
    dee.looks_right("agreement-asked")
    ana.looks_right("agreement-asked")
    dee.sends()
    dee.says("status.saved")
    expect(tablet.live_column.get_by_role("button", name=re.compile("^Dee.*group", re.DOTALL))).to_be_visible()
    tablet.taps("This is our agreement")
    wall.shows("We made this together.")
    wall.looks_right("agreement-finished")
    tablet.looks_right("agreement-finished")
    tablet.page.emulate_media(media="print")
    expect(tablet.page.locator(".staff-sheet").get_by_text(LISTEN)).to_be_visible()
    # Else the fade at the edge of the stage would fall on the paper.
    expect(tablet.page.locator(".stage > .scroll")).to_have_css("mask-image", "none")
    tablet.page.screenshot(path=journey.pictures / "print-agreement.png")
    tablet.page.emulate_media(media="screen")
    tablet.taps("Back to the step")
    tablet.next_step()

    # The break says when it is over, and is longer or shorter as staff say.
    for phone in (ana, ben):
        phone.shows("We start again at")
    dee.shows("Seguimos a las")
    tablet.taps("Lead this activity")
    tablet.taps("5 minutes more")
    ana.shows("15")
    tablet.looks_right("break-lead")
    wall.looks_right("break-longer")
    tablet.taps("Start again now")
    for screen in (ana, ben, wall):
        screen.shows("We start again now.")
    wall.looks_right("break-over")


def test_whoever_was_asked_for_the_agreement_can_print_a_card_of_their_own_afterwards(journey: Journey) -> None:
    tablet = journey.tablet()
    (ana,) = journey.phones(tablet.join_address(), "Ana")
    tablet.begins()
    tablet.goes_to("What we need")
    expect(ana.page.get_by_label(re.compile("^What do we need"))).to_be_visible()
    tablet.goes_to("A card")
    sign = ana.page.get_by_role("textbox")
    one_line = sign.bounding_box()
    sign.fill(MY_SIGN)
    many = sign.bounding_box()
    assert one_line
    assert many
    assert many["height"] > one_line["height"] * 2
    assert sign.evaluate("(box) => box.scrollHeight <= box.clientHeight"), "Some of it can only be scrolled to."
    ana.looks_right("a-card-that-grew")
    ana.taps("Next", exact=True)
    helps = ana.page.get_by_role("textbox")
    expect(helps).to_have_count(3)
    helps.first.focus()
    ana.page.keyboard.type("A walk")
    ana.page.keyboard.press("Enter")
    ana.page.keyboard.type("A call")
    expect(helps.nth(1)).to_have_value("A call")
    expect(helps.first).to_have_value("A walk")

    ana.page.emulate_media(media="print")

    expect(ana.page.locator(".print-sheet").get_by_text(MY_SIGN)).to_be_visible()
    expect(ana.button("Next", exact=True)).to_be_hidden()


def test_staff_see_whom_nobody_has_asked_yet_and_no_one_else_does(journey: Journey) -> None:
    tablet, wall = journey.tablet(), journey.wall()
    tablet.pairs(wall)
    (ana, *_) = journey.phones(tablet.join_address(), "Ana", "Ben", "Chris")
    tablet.begins()
    tablet.taps("Who was heard?")
    tablet.taps("Ana has been heard")
    tablet.taps("Chris has been heard")
    tablet.shows("1 not heard yet.")
    tablet.looks_right("round")

    tablet.back_to_the_group()
    expect(tablet.live_column.get_by_role("button", name=re.compile("^Ben.*not heard yet"))).to_be_visible()
    expect(tablet.live_column.get_by_role("button", name=re.compile("^Ana.*not heard yet"))).to_have_count(0)
    tablet.looks_right("round-on-the-roster")
    tablet.taps(re.compile("^Undo"))
    expect(tablet.live_column.get_by_role("button", name=re.compile("^Chris.*not heard yet"))).to_be_visible()
    tablet.next_step()
    expect(tablet.live_column.get_by_text("not heard yet")).to_have_count(0)

    assert not [frame for screen in (ana, wall) for frame in screen.traffic.heard if "heard" in frame]
