"""The longest that an author may write is read on the wall from four metres: whole, large, on pages that turn."""

import json
import re
from collections.abc import Iterator
from random import Random
from typing import Any

from playwright.sync_api import expect

from facilitator.activities.kinds import find
from tests.evening import cast as sockets
from tests.journeys.cast import Tablet, Wall
from tests.journeys.conftest import Journey
from tests.journeys.four_metres import comes_to_rest

WORDS = "the hardest part of the evening is when everyone has gone home and nobody has called before it gets late"


def words(letters: int, begin: int = 0) -> str:
    """So many letters; the same for the same beginning, and another text for another."""
    said = WORDS.split()
    turned = " ".join([*said[begin % len(said) :], *said[: begin % len(said)]] * 4)
    return f"{begin} {turned}"[: letters - 1].strip().ljust(letters - 1, "n") + "."


def options(many: int) -> dict[str, str]:
    return {f"k{number}": words(80, number) for number in range(many)}


def question(**more: Any) -> dict[str, Any]:
    return {"question": words(200), "promise": "named", **more}


QUIZ = {"ask": words(200), "options": options(5), "right": "k1", "why": words(300, 1), "source": words(200, 2)}
PAIRS = [
    {"term": words(60, n), "meaning": words(140, n), "why": words(300, n), "source": words(200, n)} for n in range(8)
]
WORST: dict[str, dict[str, Any]] = {
    "poll": question(options=options(10), choose="several"),
    "ranking": question(options=options(7)),
    "scale": question(labels={str(point): words(40, point) for point in range(11)}),
    "lyric_lines": question(lines=[words(120, number) for number in range(40)], most=3),
    "pick_a_picture": question(words=True),
    "quiz": {"questions": [QUIZ], "tables": 6},
    "match": {"question": words(200), "pairs": PAIRS, "tables": 6},
    "agreement": {"question": words(200), "promise": "named", "begin_with": [words(140, n) for n in range(8)]},
}
TEXT = f"{words(160)}\n\n* {words(60)}\n* {words(60, 1)}\n"


def _steps() -> Iterator[str]:
    for number, (kind, settings) in enumerate(WORST.items()):
        block = f"```{kind}\n{json.dumps(settings)}\n```\n"
        yield f"## {words(60, number)} {{#{kind.replace('_', '-')}}}\n\n{block}"
        yield f"## Beside {kind} {{#{kind.replace('_', '-')}-beside}}\n\n{TEXT}\n{block}"


OWN_MODULE = "---\ntitle: The longest\ndiscipline: process\nminutes: 90\n---\n\n" + "\n".join(_steps())
TURNS = ".page-number"
NAMES = ("Ana", "Ben", "Chris", "Dee", "Eli", "Six")


def test_the_longest_of_every_kind_is_whole_and_large_enough_on_the_wall(
    journey: Journey, others: list[sockets.Phone]
) -> None:
    tablet, wall = journey.tablet(), journey.wall()
    tablet.pairs(wall)
    secret = tablet.join_address().partition("#s=")[2]
    others += [sockets.Phone(journey.server.address, name, secret=secret) for name in NAMES]
    tablet.begins()
    for number, kind in enumerate(WORST):
        wall.shows(words(60, number))
        is_read(wall, f"longest-{kind}")
        its_result_is_read(tablet, wall, others, kind)
        tablet.next_step()
        wall.shows(f"Beside {kind}")
        is_read(wall, f"longest-{kind}-beside")
        if kind != [*WORST][-1]:
            tablet.next_step()


def is_read(wall: Wall, name: str) -> None:
    expect(wall.page.locator(".fit:is(.together, .result) > *").first).to_be_visible()
    assert comes_to_rest(wall.page)
    wall.picture(name)
    wall.fits(name)


def its_result_is_read(tablet: Tablet, wall: Wall, others: list[sockets.Phone], kind: str) -> None:
    if kind in ("quiz", "match"):
        tablet.taps("Lead this activity")
        tablet.taps(re.compile("^(Show the answer|Show all)"))
        wall.shows(re.compile("Worth talking about|The whole room"))
        is_read(wall, f"longest-{kind}-shown")
        return
    here = others[0].activity()["settings"]
    answers = [find(kind).pretend(here, Random(number)) for number in range(len(others))]  # noqa: S311
    for phone, answer in zip(others, answers, strict=True):
        phone.says("answer", answer)
    tablet.closes()
    tablet.shows("Closed.")
    if kind != "agreement":
        tablet.taps("Show on wall", exact=True)
        expect(wall.page.locator(".fit.result")).to_be_visible()
        is_read(wall, f"longest-{kind}-result")


def test_pages_turn_by_themselves_and_come_round_again(journey: Journey) -> None:
    tablet, wall = journey.tablet(), journey.wall(clock=True)
    tablet.pairs(wall)
    tablet.begins()
    at = wall.page.locator(TURNS)
    expect(at).to_have_text(re.compile("^1 of "))
    seen = []
    while (here := at.inner_text()) not in seen:
        seen.append(here)
        wall.page.clock.run_for(15_000)
        while at.inner_text() == here:
            wall.page.clock.run_for(5_000)

    last = seen[0].partition(" of ")[2]
    assert seen == [f"{page} of {last}" for page in range(1, int(last) + 1)]
