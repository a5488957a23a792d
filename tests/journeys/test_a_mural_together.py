"""Three people draw one picture: a part is on the wall once staff have shown it, and gone as soon as its maker says."""

import re

from playwright.sync_api import Locator, expect

from tests.journeys.cast import Phone, Tablet, Wall
from tests.journeys.conftest import Journey
from tests.journeys.drawing import draws, rung, shows_red

OWN_MODULE = """---
title: A mural
discipline: art
minutes: 20
---

## One picture of us {#draw minutes=20}

```mural
promise: named
question: Draw what you bring to this group.
```
"""
PARTS = {"Ana": "My guitar", "Ben": "A strong back", "Chris": "Soup for all"}


def parts(screen: Tablet | Wall) -> Locator:
    return screen.page.locator(".mural canvas.drawn")


def lets_the_group_see(phone: Phone) -> None:
    draws(phone)
    phone.page.get_by_label("Words for it").fill(PARTS[phone.name])
    rung(phone, "rung.group").click()
    phone.says("status.saved")


def hangs(tablet: Tablet, name: str) -> None:
    """Whatever waits in front of it stays there."""
    tablet.shows_words(PARTS[name])
    tablet.taps("Reveal", exact=True)


def test_a_mural_grows_stands_still_and_gives_back_a_part_at_once(journey: Journey) -> None:
    tablet, wall = journey.tablet(), journey.wall()
    tablet.pairs(wall)
    ana, ben, chris = journey.phones(tablet.join_address(), *PARTS)
    tablet.begins()
    tablet.taps("See answers")
    empty = wall.page.locator(".mural .empty")
    expect(empty).to_have_count(3)
    wall.looks_right("mural-empty")
    ana.shows(re.compile("^Your part is in row 1, place [123]"))

    # A part is on the wall once its maker and staff have both said so.
    lets_the_group_see(ana)
    tablet.shows("For the group now")
    expect(empty).to_have_count(3)
    hangs(tablet, "Ana")
    expect(parts(wall)).to_have_count(1)
    shows_red(wall)
    expect(parts(wall)).to_have_accessible_name("My guitar")

    # Held still it takes nothing new; the hold can be taken back, and ended.
    tablet.taps("Hold it still", exact=True)
    tablet.shows("The mural is held still. Nothing new comes onto it.")
    tablet.taps(re.compile("^Undo"))
    expect(tablet.button("Hold it still", exact=True)).to_be_visible()
    tablet.taps("Hold it still", exact=True)
    lets_the_group_see(ben)
    hangs(tablet, "Ben")
    tablet.shows("Wall 2")
    tablet.looks_right("mural-still")
    expect(parts(wall)).to_have_count(1)
    tablet.taps("Let it go on", exact=True)
    expect(parts(wall)).to_have_count(2)

    lets_the_group_see(chris)
    hangs(tablet, "Chris")
    expect(parts(wall)).to_have_count(3)
    expect(parts(tablet)).to_have_count(3)
    wall.looks_right("mural-whole")
    tablet.looks_right("mural-whole")
    chris.looks_right("mural-whole")

    # Whoever steps down takes their part along, from a mural that is held still too.
    rung(ana, "rung.facilitator").click()
    expect(parts(wall)).to_have_count(2)
    expect(empty).to_have_count(1)
    tablet.taps("Hold it still", exact=True)
    rung(ben, "rung.me").click()
    for screen in (wall, tablet):
        expect(parts(screen)).to_have_count(1)
        expect(parts(screen)).to_have_accessible_name(PARTS["Chris"])
    wall.looks_right("mural-given-back")

    for name in PARTS:
        wall.never_heard(f'"{name}"')
    for phone in (ana, ben, chris):
        others = set(PARTS.values()) - {PARTS[phone.name]}
        assert not [frame for frame in phone.traffic.heard for words in others if words in frame]
