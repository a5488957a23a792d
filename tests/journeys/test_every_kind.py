"""Every kind of activity on a phone, on the tablet and on the wall, with its first example, in a group of eight.

Kinds are found, not named: a new one is looked at as soon as it is there. The pictures are those that
docs/activities.md names.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from facilitator.activities.kinds import find
from facilitator.generating.activities_md import EXAMPLES, example_of, kinds_of_the_house
from tests.evening import cast as sockets
from tests.evening.conftest import opened
from tests.evening.library import CURRICULUM, write_library
from tests.evening.server import LiveServer
from tests.journeys.cast import Tablet
from tests.journeys.conftest import Journey, lived
from tests.journeys.watching import Watch

OTHERS = ("Chris", "Dee", "Eli", "Six", "Seven", "Eight")
HEAD = "---\ntitle: {title}\ndiscipline: process\nminutes: 20\n---\n\n## Together {{#together minutes=20}}\n\n"


KINDS = [kind.kind for kind in kinds_of_the_house()]


def module_of(kind: str) -> str:
    return HEAD.format(title=kind.replace("_", " ").strip().capitalize()) + example_of(find(kind))


def settings_of(kind: str) -> dict[str, Any]:
    """Those of its first example."""
    return dict(json.loads((EXAMPLES / f"{kind}.json").read_text("utf-8"))[0]["settings"])


def words_of(settings: Any) -> set[str]:
    """Every text in there, and every name."""
    if isinstance(settings, dict):
        return {*settings, *words_of(list(settings.values()))}
    if isinstance(settings, list):
        return {words for inner in settings for words in words_of(inner)}
    return {settings} if isinstance(settings, str) else set()


def slug_of(kind: str) -> str:
    return "01-" + kind.strip("_").replace("_", "-")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One module for each kind."""
    return write_library(tmp_path_factory.mktemp("curricula"), {slug_of(kind): module_of(kind) for kind in KINDS})


@pytest.fixture
def journey(
    browser: Browser, hall: tuple[LiveServer, sockets.Browser], test_output: Path, kind: str
) -> Iterator[Journey]:
    server, staff = hall
    live_session = opened(staff, (slug_of(kind),), curriculum=CURRICULUM)
    yield from lived(Journey(browser, server, test_output, Watch(server.address), staff, live_session))


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_open_to_everyone_on_every_screen(journey: Journey, others: list[sockets.Phone], kind: str) -> None:
    tablet, wall = journey.tablet(), journey.wall()
    tablet.pairs(wall)
    address = tablet.join_address()
    ana, ben = journey.phone("Ana"), journey.phone("Ben", language="es", small=True)
    for phone in (ana, ben):
        phone.comes_in(address)
    secret = address.partition("#s=")[2]
    others += [sockets.Phone(journey.server.address, name, secret=secret) for name in OTHERS]
    tablet.begins()
    wall.shows("Together")

    for phone in (ana, ben):
        expect(phone.page.locator("section.activity, .phone .down").first).to_be_visible()
        expect(phone.page.get_by_text(phone.word("kind.loading"))).to_have_count(0)
        phone.looks_right(kind)
    what_they_say(tablet, others, kind)
    tablet.looks_right(kind)
    wall.looks_right(kind)


def what_they_say(tablet: Tablet, others: list[sockets.Phone], kind: str) -> None:
    """The others answer as pretend participants do; the summary goes to the wall where it may."""
    asked = find(kind)
    here = others[0].view["activity"]
    if here is None or here["promise"] not in ("named", "anonymous"):
        return
    for number, phone in enumerate(others):
        answer = asked.pretend(here["settings"], Random(number))  # noqa: S311
        phone.says("pass" if answer is None else "answer", answer, ok_to_show=True)
    if asked.makes_pieces:
        they_let_the_group_see(tablet, others)
    tablet.closes()
    if asked.may_be_shown:
        tablet.taps("Show on wall", exact=True)
        tablet.shows("on the wall")
    tablet.taps("See answers")


def they_let_the_group_see(tablet: Tablet, others: list[sockets.Phone]) -> None:
    """Each steps a picture up to the group, and staff show two of them."""
    for phone in others:
        own = phone.wait("own", lambda own: bool(own["pieces"]))
        for piece in own["pieces"]:
            phone.ask("step_piece", run=piece["run"], part=piece["part"], rung="group")
    for _ in range(2):
        tablet.taps("Show", exact=True)
    tablet.taps("Reveal", exact=True)


PRIVATE = [kind for kind in KINDS if find(kind).promises == ("private",)]
WRITTEN = "zanzibar lighthouse"


@pytest.mark.parametrize("kind", PRIVATE)
def test_a_private_form_is_saved_by_its_writer_and_never_leaves_the_phone(journey: Journey, kind: str) -> None:
    tablet = journey.tablet()
    (ana,) = journey.phones(tablet.join_address(), "Ana")
    tablet.begins()
    ana.page.get_by_role("textbox").first.fill(WRITTEN)
    with ana.page.expect_download() as text:
        ana.taps(ana.word("save"), exact=True)
    with ana.page.expect_download() as picture:
        ana.taps(ana.word("save_picture"), exact=True)
    with ana.page.expect_download() as pages:
        ana.taps(ana.word("save_pdf"), exact=True)
    tablet.in_the_menu("End the session…")
    ana.taps("Next", exact=True)
    ana.page.emulate_media(media="print")
    expect(ana.page.locator(".print-sheet").get_by_text(WRITTEN)).to_be_visible()
    expect(ana.button("Next", exact=True)).to_be_hidden()

    assert WRITTEN in text.value.path().read_text()
    assert picture.value.path().read_bytes().startswith(b"\x89PNG")
    assert pages.value.path().read_bytes().startswith(b"%PDF-1.4")
    assert ana.traffic.said
    assert not [said for said in ana.traffic.said if WRITTEN in said]


HELD_BACK = [kind for kind in KINDS if find(kind).solution(settings_of(kind))]


@pytest.mark.parametrize("kind", HELD_BACK)
def test_an_answer_is_on_no_phone_and_no_wall_before_staff_show_it(journey: Journey, kind: str) -> None:
    tablet, wall = journey.tablet(), journey.wall()
    tablet.pairs(wall)
    ana, ben = journey.phones(tablet.join_address(), "Ana", "Ben")
    tablet.begins()
    for phone in (ana, ben):
        phone.taps("Sun", exact=True)
        phone.taps("Change table", exact=True)
        phone.taps("Sun", exact=True)
    choice = ana.page.get_by_role("radiogroup").last.get_by_role("radio").nth(1)
    choice.focus()
    ana.page.keyboard.press("Enter")
    expect(ben.page.get_by_role("radiogroup").last.get_by_role("radio").nth(1)).to_be_checked()
    for phone in (ana, ben):
        phone.looks_right(f"{kind}-at-a-table")
    held_back = words_of(settings_of(kind)) - words_of(find(kind).told(settings_of(kind), None))
    secret = [json.dumps(words, ensure_ascii=False) for words in held_back]
    heard = "".join((*ana.traffic.heard, *ben.traffic.heard, *wall.traffic.heard))
    assert secret
    assert not [words for words in secret if words in heard]

    tablet.taps("Lead this activity")
    tablet.taps(re.compile("^Show the"))
    for screen in (ana, ben, wall):
        screen.shows(re.compile("Worth talking about|The whole room"))
        screen.looks_right(f"{kind}-shown")
    tablet.looks_right(f"{kind}-shown")
    assert [words for words in secret if words in "".join(ana.traffic.heard)]
