"""Forms of our own pages are known by a token where something on the way has taken the headers that say so."""

import re
from collections.abc import Callable

import pytest
from jinja2 import Environment

from facilitator import places
from facilitator.app import Server
from facilitator.web.form_tokens import InEveryForm
from tests.web.conftest import PASSWORD, Browser, signed_in

Browsers = Callable[[], Browser]


def token_on(page: str) -> str:
    found = re.search(r'name="form_token" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def sends_bare(browser: Browser, address: str, **fields: str) -> int:
    """As a browser behind a proxy that takes Origin and Sec-Fetch-Site away."""
    return browser.client.post(address, data=fields).status_code


def test_a_form_of_our_own_page_is_taken_without_any_header(okoye: Browser) -> None:
    token = token_on(okoye.opens("/staff/").text)

    assert sends_bare(okoye, "/staff/groups", name="Friday", form_token=token) == 303
    assert sends_bare(okoye, "/staff/groups", name="Friday") == 403


def test_a_token_fits_the_browser_that_it_was_made_for_and_no_other(
    okoye: Browser, mallory: Browser, browser: Browsers
) -> None:
    mallorys = token_on(mallory.opens("/staff/").text)
    before = token_on(okoye.opens("/staff/").text)
    okoye.sends("/staff/sign-out")
    signed_in(okoye, "okoye")

    for told in (mallorys, before, "", ".", "made-up", "é.é", "x" * 5000):
        assert sends_bare(okoye, "/staff/groups", name="Friday", form_token=told) == 403
    assert sends_bare(browser(), "/staff/groups", name="Friday", form_token=mallorys) == 403


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}])
def test_a_token_does_not_outweigh_what_the_browser_says(okoye: Browser, headers: dict[str, str]) -> None:
    token = token_on(okoye.opens("/staff/").text)

    came = okoye.client.post("/staff/groups", data={"name": "Friday", "form_token": token}, headers=headers)
    assert came.status_code == 403


def test_no_two_pages_hold_the_same_token(okoye: Browser) -> None:
    assert token_on(okoye.opens("/staff/").text) != token_on(okoye.opens("/staff/").text)


def test_a_browser_that_nobody_knows_gets_no_token_and_signs_in_by_its_headers(
    browser: Browsers, account: Callable[..., None]
) -> None:
    account("dee", "Dee")
    stranger = browser()
    assert "form_token" not in stranger.opens("/staff/sign-in").text

    assert sends_bare(stranger, "/staff/sign-in", sign_in_name="dee", password=PASSWORD) == 403


def test_a_phone_without_headers_accepts_the_agreement(browser: Browsers, secret: str, server: Server) -> None:
    ana = browser()
    ana.sends("/join", secret=secret, name="Ana", language="en")
    page = ana.opens("/group/agreement").text
    version = page.partition('name="version" value="')[2].partition('"')[0]

    assert sends_bare(ana, "/group/agreement", version=version) == 403
    assert sends_bare(ana, "/group/agreement", version=version, form_token=token_on(page)) == 303


def test_a_cookie_that_somebody_else_put_gains_them_nothing(okoye: Browser, browser: Browsers) -> None:
    mallory = browser()
    mallory.client.set_cookie("place", "mallorys-own")
    told = token_on(mallory.opens("/join").text)
    okoye.client.set_cookie("place", "mallorys-own")

    assert sends_bare(okoye, "/staff/groups", name="Mallory's", form_token=told) == 403


def test_every_form_that_changes_something_holds_the_token(server: Server) -> None:
    templates = list(places.templates().rglob("*.html"))
    extension = InEveryForm(Environment(autoescape=True))
    forms = 0
    for template in templates:
        before = template.read_text()
        after = extension.preprocess(before, template.name)
        assert after.count("{{ form_token() }}") == before.count('method="post"'), template
        forms += before.count('method="post"')

    assert forms > 25


def test_a_form_that_only_asks_holds_none() -> None:
    extension = InEveryForm(Environment(autoescape=True))

    assert extension.preprocess('<form method="get" action="/x">', None) == '<form method="get" action="/x">'
    odd = '<form method="post" action="{{ a > b }}"\n class="x">'
    assert extension.preprocess(odd, None) == odd + "{{ form_token() }}"
