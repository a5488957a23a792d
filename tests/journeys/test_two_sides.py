"""The inside stays on its maker's phone, whatever is done with the outside, until that side is stepped up itself."""

from playwright.sync_api import Locator, expect

from tests.journeys.cast import Phone
from tests.journeys.conftest import Journey

OWN_MODULE = """---
title: Art
discipline: art
minutes: 20
---

## Draw {#draw minutes=20}

```two_sides
promise: named
question: What do people see?
```
"""


def rung(phone: Phone, side: str, key: str) -> Locator:
    ladder = phone.page.get_by_role("group", name=f"{side}: who may see it")
    return ladder.get_by_role("radio", name=phone.word(key), exact=True)


def test_the_inside_never_leaves_the_phone_before_its_maker_steps_it_up(journey: Journey) -> None:
    tablet, wall = journey.tablet(), journey.wall()
    tablet.pairs(wall)
    (ana,) = journey.phones(tablet.join_address(), "Ana")
    tablet.begins()
    ana.page.get_by_label("Words for it").fill("Always smiling")
    ana.page.get_by_role("radio", name="Inside", exact=True).click()
    ana.page.get_by_label("Words for it").fill("zanzibar")
    ana.looks_right("two-sides-inside")
    ana.taps(ana.word("send"), exact=True)
    ana.says("status.saved")
    expect(rung(ana, "Outside", "rung.facilitator")).to_be_checked()
    expect(rung(ana, "Inside", "rung.me")).to_be_checked()
    tablet.shows("Always smiling")
    rung(ana, "Outside", "rung.group").click()
    tablet.shows("For the group now")
    ana.reloads()

    ana.page.get_by_role("radio", name="Inside", exact=True).click()
    expect(ana.page.get_by_label("Words for it")).to_have_value("zanzibar")
    assert not [said for said in ana.traffic.said if "zanzibar" in said]

    rung(ana, "Inside", "rung.facilitator").click()
    tablet.shows("2 waiting")
    assert [said for said in ana.traffic.said if "zanzibar" in said]
    rung(ana, "Inside", "rung.me").click()
    tablet.shows("1 waiting")
    tablet.shows("Always smiling")
    expect(ana.page.get_by_label("Words for it")).to_have_value("zanzibar")

    tablet.shows("Outside")
    tablet.looks_right("two-sides-waits")
    tablet.shows_words("Always smiling")
    tablet.taps("Reveal", exact=True)
    wall.shows("Outside")
    wall.shows("Always smiling")
    wall.looks_right("two-sides-shown")
    wall.never_heard("zanzibar")
