"""The room listens: phones stay silent unless their owner says otherwise, and *Stop sound* is silence everywhere."""

import math
import struct
import time
import wave
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.evening.library import CURRICULUM
from tests.journeys.conftest import Journey
from tests.journeys.device import PATIENCE, Device

EARS = Path(__file__).with_name("ears.js")
TOGETHER_MS = 50
SILENT_WITHIN = 1.0
"""Seconds from the tap on the tablet to silence on another screen, on a machine that does much besides."""
OWN_MODULE = """---
title: Listening
discipline: music
minutes: 20
---

## A low tone {minutes=10}

```listening
sound: drone
minutes: 2
notice: [The lowest note, What comes and goes]
```

## A song of ours {minutes=10}

```listening
file: media/tone.wav
called: One long note
```
"""


def a_tone(path: Path, seconds: int) -> None:
    rate = 8000
    samples = (int(9000 * math.sin(2 * math.pi * 220 * at / rate)) for at in range(rate * seconds))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))


@pytest.fixture(scope="module")
def library(library: Path) -> Path:
    """With a file of its own."""
    media = library / CURRICULUM / "media"
    media.mkdir()
    a_tone(media / "tone.wav", 20)
    return library


@pytest.fixture
def journey(journey: Journey) -> Journey:
    # Chromium says so of every page that has not been touched and asks whether it may sound.
    journey.watch.expect("AudioContext was not allowed to start")
    return journey


def listens(device: Device) -> None:
    """From its next page on we hear what it plays."""
    device.context.add_init_script(path=EARS)
    device.page.reload()


def loud(device: Device) -> float:
    return float(device.page.evaluate("ears.loud()"))


def is_heard(device: Device) -> None:
    until = time.monotonic() + PATIENCE / 1000
    while loud(device) < 0.001:
        assert time.monotonic() < until, "Nothing is heard."
        device.page.wait_for_timeout(50)


def is_silent(device: Device) -> None:
    until = time.monotonic() + SILENT_WITHIN
    while loud(device) > 0:
        assert time.monotonic() < until, "It goes on."
        device.page.wait_for_timeout(20)


def never_woke(device: Device) -> bool:
    return not device.page.evaluate("ears.woken()")


def begins(device: Device) -> float:
    return float(device.page.evaluate("ears.begins()"))


def test_it_is_announced_played_where_staff_say_and_stopped_at_once(journey: Journey) -> None:
    tablet, wall = journey.tablet(), journey.wall()
    for device in (tablet, wall):
        listens(device)
    tablet.pairs(wall)
    ana, ben = journey.phones(tablet.join_address(), "Ana", "Ben")
    for phone in (ana, ben):
        listens(phone)
    tablet.begins()
    ana.shows("Soon the room listens to this. Your phone stays silent.")
    tablet.taps("Lead")
    tablet.taps("Listen first, only here")
    is_heard(tablet)
    tablet.taps("Stop listening")
    is_silent(tablet)

    tablet.taps("The wall", exact=True)
    # Whatever looks into a page here counts as a touch; after a reload nobody has touched it.
    wall.reloads()
    time.sleep(3)
    wall.taps("Touch this screen once, so that it may play the sound.")
    tablet.taps("This tablet", exact=True)
    ana.taps("Hear it on this phone too")
    tablet.taps("Start", exact=True)
    for device in (tablet, wall, ana, ben):
        device.shows("A sound is about to start" if device is not tablet else "About to start")
        assert device is ben or loud(device) == 0
    wall.looks_right("listening-soon")
    for device in (tablet, wall, ana):
        is_heard(device)
    times = [begins(device) for device in (tablet, wall, ana)]
    tablet.taps("Back to the step", exact=True)
    tablet.looks_right("listening-goes-on")
    ana.looks_right("listening-here-too")
    tablet.taps("Stop sound", exact=True)

    for device in (tablet, wall, ana):
        is_silent(device)
    ana.shows("The sound is over.")
    assert never_woke(ben)
    assert max(times) - min(times) <= TOGETHER_MS


def test_a_phone_stops_its_own_sound_and_a_hold_silences_every_screen(journey: Journey) -> None:
    tablet = journey.tablet()
    listens(tablet)
    (ana,) = journey.phones(tablet.join_address(), "Ana")
    listens(ana)
    tablet.begins()
    tablet.taps("Lead")
    tablet.taps("This tablet", exact=True)
    tablet.taps("Start", exact=True)
    is_heard(tablet)
    ana.taps("Hear it on this phone too")
    is_heard(ana)
    ana.taps("Stop sound on this phone")
    is_silent(ana)
    assert loud(tablet) > 0

    ana.taps("Hear it on this phone too")
    is_heard(ana)
    tablet.taps("Hold", exact=True)
    is_silent(tablet)
    is_silent(ana)
    tablet.taps("Go on", exact=True)
    expect(ana.button("Hear it on this phone too")).to_be_visible()

    assert loud(ana) == 0
    assert loud(tablet) == 0


def test_a_file_of_the_module_is_opened_on_the_tablet_first_and_plays_to_its_end(journey: Journey) -> None:
    tablet = journey.tablet()
    listens(tablet)
    (ana,) = journey.phones(tablet.join_address(), "Ana")
    tablet.begins()
    tablet.next_step()
    tablet.taps("Lead")
    tablet.taps("This tablet", exact=True)
    tablet.taps("Start", exact=True)
    ana.shows("One long note")
    is_heard(tablet)
    ana.shows("The room is listening.")

    ana.shows("The sound is over.")
    is_silent(tablet)
    expect(tablet.button("Stop sound")).to_have_count(0)
