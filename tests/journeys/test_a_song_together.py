"""A group writes a song: lines wait for staff, are built into verses, and only those whose writers agreed are kept."""

import re

from playwright.sync_api import expect

from tests.journeys.cast import Phone
from tests.journeys.conftest import Journey

KETTLE, MORNING = "I put the kettle on", "and let the morning in"
TICK = "My line may stand on the song sheet"
OWN_MODULE = """---
title: A song of ours
discipline: music
minutes: 30
---

## Write

```songwriting
question: One line about a morning
promise: named
```
"""


def sends_a_line(phone: Phone, text: str, *, tick: bool) -> None:
    phone.writes("One line about a morning", text)
    phone.page.get_by_label("OK to show my words").check()
    box = phone.page.get_by_label(TICK)
    expect(box).not_to_be_checked()
    if tick:
        box.check()
    phone.sends()
    phone.says("status.saved")


def test_the_song_grows_on_the_wall_and_the_sheet_has_only_what_was_agreed_to(journey: Journey) -> None:
    tablet, wall = journey.tablet(), journey.wall()
    tablet.pairs(wall)
    ana, ben = journey.phones(tablet.join_address(), "Ana", "Ben")
    tablet.begins()
    wall.shows("The song grows here")
    sends_a_line(ana, KETTLE, tick=True)
    sends_a_line(ben, MORNING, tick=False)
    for line in (KETTLE, MORNING):
        wall.never_heard(line)
        tablet.shows_words(line)
        tablet.taps("Reveal", exact=True)
        wall.shows(line)
    tablet.taps("See answers")
    tablet.taps(f"Add “{MORNING}”", exact=True)
    tablet.taps("New chorus", exact=True)
    expect(tablet.page.get_by_role("region", name="Chorus", exact=True)).to_be_visible()
    tablet.taps(f"Add “{KETTLE}”", exact=True)
    tablet.taps(f"Move up: {KETTLE}", exact=True)
    tablet.taps("Chorus again", exact=True)
    tablet.fills("A line of your own", "We sing it slow")
    tablet.taps("Add", exact=True)
    expect(wall.page.locator(".verse p:not(.song-head)")).to_have_text([MORNING, KETTLE])
    wall.shows("We sing it slow")
    tablet.looks_right("songwriting-built")
    wall.looks_right("songwriting-built")
    ana.shows("Our song")
    ana.looks_right("songwriting-built")

    with ana.page.expect_download() as sheet:
        ana.taps("Save as text", exact=True)
    kept = sheet.value.path().read_text()
    assert KETTLE in kept
    assert "We sing it slow" in kept
    assert MORNING not in kept

    ben.taps(ben.word("take_back"), exact=True)
    expect(wall.page.locator(".verse p:not(.song-head)")).to_have_text([KETTLE])
    wall.does_not_show(MORNING)
    ana.does_not_show(MORNING)
    assert not re.search(r"seat|Ana|Ben", wall.page.locator("main").inner_text())
