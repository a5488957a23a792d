"""One word in a heading of a module: the group rates before an exercise and after it, and the tablet shows both."""

import re

from playwright.sync_api import expect

from tests.evening import cast as sockets
from tests.journeys.cast import Tablet
from tests.journeys.conftest import Journey

OWN_MODULE = """---
title: Listening
discipline: music
minutes: 20
---

## Listen {#listen minutes=20 before_after=craving}

Close your eyes, or not.
"""
OTHERS = ("Chris", "Dee", "Eli", "Six", "Seven")


def rates(tablet: Tablet, others: list[sockets.Phone], value: int) -> None:
    for phone in others:
        phone.answers({"value": value})
    tablet.closes()
    tablet.shows(re.compile("Closes for good in|Closed"))


def test_the_tablet_sets_the_group_after_beside_the_group_before(journey: Journey, others: list[sockets.Phone]) -> None:
    tablet, wall = journey.tablet(), journey.wall()
    tablet.pairs(wall)
    (ana,) = journey.phones(tablet.join_address(), "Ana")
    secret = tablet.join_address().partition("#s=")[2]
    others += [sockets.Phone(journey.server.address, name, secret=secret) for name in OTHERS]
    tablet.begins()
    ana.is_at("Before: Listen")
    ana.answers(8)
    rates(tablet, others, 8)
    ana.looks_right("rated-before")
    tablet.next_step()
    tablet.is_at("Listen")
    tablet.next_step()
    ana.is_at("After: Listen")
    ana.answers(2)
    rates(tablet, others, 2)

    tablet.taps("See answers")
    stage = tablet.stage
    expect(stage.get_by_text("Most are low")).to_be_visible()
    expect(stage.get_by_text("Most are high")).to_be_visible()
    expect(stage.get_by_role("heading", level=3)).to_have_text(["Before", "After"])
    tablet.looks_right("before-and-after")
    wall.does_not_show(re.compile("Most are"))
    assert "most_high" not in "".join((*wall.traffic.heard, *ana.traffic.heard))


def test_of_five_answers_the_tablet_says_nothing(journey: Journey, others: list[sockets.Phone]) -> None:
    tablet = journey.tablet()
    secret = tablet.join_address().partition("#s=")[2]
    others += [sockets.Phone(journey.server.address, name, secret=secret) for name in OTHERS]
    tablet.begins()
    rates(tablet, others, 8)
    tablet.next_step()
    tablet.next_step()
    rates(tablet, others, 2)

    tablet.taps("See answers")
    tablet.shows("Too few answers to sum up.")
    tablet.shows("Nothing was asked before, or too few answered.")
    tablet.does_not_show(re.compile("Most are"))
