"""A silent beat on every screen: a phone tells little of its taps, and the group comes together in a word."""

import re
import time

from playwright.sync_api import expect

from tests.evening import cast as sockets
from tests.journeys.conftest import Journey

OTHERS = ("Ben", "Chris", "Dee", "Eli", "Fay", "Gus")
ROUND_SECONDS = 8 * 60 / 150
OWN_MODULE = """---
title: Pulse
discipline: music
minutes: 10
---

## A beat

```pulse
from: 150
to: 150
minutes: 1
```
"""


def test_a_phone_tells_a_word_for_eight_beats_and_the_wall_says_what_most_did(journey: Journey) -> None:
    tablet, wall = journey.tablet(), journey.wall()
    tablet.pairs(wall)
    address = tablet.join_address()
    (ana,) = journey.phones(address, "Ana")
    secret = address.partition("#s=")[2]
    others = [sockets.Phone(journey.server.address, name, secret=secret) for name in OTHERS]
    tablet.begins()
    tablet.taps("Lead")
    tablet.taps("Start the beat", exact=True)
    tap = ana.button("Tap with the beat", exact=True)
    expect(tap).to_be_enabled()
    began = time.monotonic()
    while time.monotonic() - began < 2.2 * ROUND_SECONDS:
        tap.dispatch_event("pointerdown")
        ana.page.wait_for_timeout(350)
    told = [frame for frame in ana.traffic.said if "tapped" in frame]
    assert 1 <= len(told) <= 2, told

    ready = int((time.monotonic() - began) / ROUND_SECONDS)
    for number in (ready, ready + 1):
        while time.monotonic() - began < (number + 1.4) * ROUND_SECONDS:
            ana.page.wait_for_timeout(50)
        for phone in others:
            run = phone.view["activity"]["run"]
            phone.ask("move", run=run, move={"do": "tapped", "round": number, "how": "close"})
    wall.shows("The group is together")
    ana.shows("The group is together")
    wall.looks_right("pulse-together")
    tablet.looks_right("pulse-together")
    tablet.taps("Stop the beat", exact=True)
    ana.shows("The beat has stopped.")

    assert not re.search(r"seat|Ben|close", wall.page.locator("main").inner_text())
    for phone in others:
        phone.disconnect()
