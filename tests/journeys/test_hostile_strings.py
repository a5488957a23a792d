"""Names, answers, modules and notes that would be scripts if they could. The long run is `make doors FULL=1`."""

from collections.abc import Iterator
from contextlib import suppress
from random import Random

import pytest
from playwright.sync_api import Browser, Error, Page, Route

from facilitator.web.headers import content_security_policy
from tests.doors import hostile_strings, planted
from tests.doors.hostile_desk import SURFACES, formulas_in
from tests.doors.hostile_evening import SIZES
from tests.doors.looking import Lookout
from tests.doors.strings import ENDINGS, SHAPES, TAGS, WEARS, Hostile

HOST = "careless.example"
CARELESS = (
    "<p>{}</p>",
    '<input value="{}">',
    "<input value='{}'>",
    "<input value={}>",
    '<a href="{}">a</a>',
    "<script>const said = '{}';</script>",
    '<script>const said = "{}";</script>',
    "<textarea>{}</textarea>",
    "<style>p {{ background: {} }}</style>",
    "<!-- {} -->",
)
"""Pages that put what people wrote where it does not belong."""


DRAWN = (*SIZES, *SURFACES.values(), "phone on paper", "before signing in")
"""Every surface that Chromium draws."""


def test_no_script_runs_whatever_people_write(browser: Browser) -> None:
    outcome = hostile_strings.run_in(browser, 1, 7, people=5, kinds=3)
    print(outcome.figures)
    shown = outcome.figures["strings shown, looks"]

    assert outcome.wrong == []
    assert isinstance(shown, dict)
    assert not [surface for surface in (*DRAWN, "CSV") if not shown[surface][0]]


# --- planted: a page that does it wrong is seen ------------------------------------------------------------------


def test_on_every_surface_a_page_that_takes_text_for_html_is_seen(browser: Browser) -> None:
    outcome = hostile_strings.run_in(browser, 1, 7, people=5, kinds=3, plant=planted.careless)
    caught = {surface for surface in DRAWN for wrong in outcome.wrong if wrong.startswith(f"{surface}, ")}

    assert sorted(set(DRAWN) - caught) == []


def test_a_formula_in_a_spreadsheet_is_seen() -> None:
    cells = ("=1+ran(7)", "  @ran(7)", "\t=ran(7)", "\uff1dran(7)", "-ran(7)")
    file = "\r\n".join(f'"Ana","{cell}","\'=ran(7)"' for cell in cells)

    assert formulas_in(file) == list(cells)


@pytest.fixture
def lookout(browser: Browser) -> Iterator[tuple[Lookout, Page]]:
    """A window on a site that escapes nothing. What it asks of anyone else goes nowhere."""
    lookout, context = Lookout(HOST, Hostile(Random(1))), browser.new_context()  # noqa: S311
    lookout.follow(context, "careless")
    context.route("**", _answer)
    yield lookout, context.new_page()
    context.close()


def _answer(route: Route) -> None:
    if route.request.url == f"http://{HOST}/with-policy":
        policy = {"Content-Security-Policy": content_security_policy(HOST)}
        route.fulfill(body="<p>Hello</p><script>ran(1)</script>", content_type="text/html", headers=policy)
    elif route.request.url == f"http://{HOST}/":
        route.fulfill(body="", content_type="text/html")
    else:
        route.abort()


def test_a_page_that_escapes_nothing_is_seen(lookout: tuple[Lookout, Page]) -> None:
    watch, page = lookout
    page.set_default_timeout(1_000)
    unseen = []
    for number, shape in enumerate((*TAGS, *ENDINGS)):
        before = len(watch.wrong)
        for place in CARELESS:
            # A page that left for somewhere else has been noted as that.
            with suppress(Error):
                page.goto(f"http://{HOST}/", wait_until="commit")
                page.set_content(place.format(shape.format(n=number)), wait_until="commit")
                watch.look(page, "careless")
            if len(watch.wrong) > before:
                break
        else:
            unseen.append(shape)
    everything = "\n".join(watch.wrong)

    for net in (") ran", "asked elsewhere", "a script within the page", "an attribute called on", "an address that is"):
        assert net in everything
    assert len(unseen) < 5, unseen


def test_what_the_policy_of_a_page_complains_of_is_seen(lookout: tuple[Lookout, Page]) -> None:
    watch, page = lookout
    with page.expect_console_message(lambda message: "Content Security Policy" in message.text):
        page.goto(f"http://{HOST}/with-policy")

    assert any("Content Security Policy" in each for each in watch.wrong)
    assert not any(") ran" in each for each in watch.wrong)


def test_every_string_is_known_again_by_its_number() -> None:
    hostile = Hostile(Random(3))  # noqa: S311

    assert [hostile.shown(hostile.of(400)) >= {hostile.dealt} for _ in range(2 * len(SHAPES) * len(WEARS))].count(
        False
    ) == 0
