"""The journeys' own watch: what it must notice is done on purpose, and it notices."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.evening.server import LiveServer
from tests.journeys.cast import Phone
from tests.journeys.conftest import Journey
from tests.journeys.watching import Watch

FAULTS = {
    "https://example.org": "() => fetch('https://example.org/').catch(() => 0)",
    "Content Security Policy": "() => document.body.insertAdjacentHTML('beforeend', '<p style=color:red>x</p>')",
    "a script stopped": "() => { setTimeout(() => { throw new Error('planted') }) }",
    "planted words": "() => console.error('planted words')",
}
SHUTS_OUT = "() => document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=data:,>')"
SHUTS_OUT_BY_NIGHT = """() => matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ({ matches }) => {
  if (matches) document.querySelector("main").append(new Image());
  else document.querySelector("main img").remove();
})"""
TOO_WIDE = """() => { document.querySelector('main').style.width = '500px' }"""


@pytest.fixture
def ana(browser: Browser, house: LiveServer, test_output: Path) -> Iterator[Phone]:
    journey = Journey(browser, house, test_output, Watch(house.address))
    ana = journey.phone("Ana")
    ana.opens("/")
    yield ana
    journey.end()


@pytest.mark.parametrize("fault", FAULTS)
def test_it_hears_what_no_page_may_do(ana: Phone, fault: str) -> None:
    ana.page.evaluate(FAULTS[fault])
    ana.page.evaluate("() => new Promise(done => setTimeout(done))")

    assert fault in "\n".join(ana.watch.complaints)


def test_it_knows_a_third_party_where_no_policy_stands_in_the_way(ana: Phone) -> None:
    ana.page.route("**/*", lambda route: route.fulfill(body=""))
    ana.page.goto("http://mallory.test/")

    assert "asked a third party: http://mallory.test/" in "\n".join(ana.watch.complaints)


@pytest.mark.parametrize(
    ("fault", "told"),
    [(SHUTS_OUT, "light: image-alt"), (SHUTS_OUT_BY_NIGHT, "dark: image-alt"), (TOO_WIDE, "sideways by")],
)
def test_it_sees_what_shuts_people_out(ana: Phone, fault: str, told: str) -> None:
    ana.page.evaluate(fault)

    ana.looks_right("planted")

    assert told in "\n".join(ana.problems)


def test_it_lets_a_good_page_be(ana: Phone) -> None:
    ana.looks_right("join")

    assert ana.watch.complaints + ana.problems == []
