"""Setting up the second step on its page, signing in with it, and the pages of whoever is only half signed in."""

import re
import time
from collections.abc import Callable

import pyotp
import pytest

from facilitator.errors import Refused
from facilitator.house import House
from facilitator.realtime.connections import Connection
from facilitator.realtime.rights import Rights
from tests.web.conftest import PASSWORD, Browser

PAGE = "/staff/account/second-step"


@pytest.fixture
def app(okoye: Browser) -> pyotp.TOTP:
    """Dr. Okoye's app, which has scanned the code."""
    assert okoye.sends(f"{PAGE}/begin", password=PASSWORD).location == PAGE
    page = okoye.opens(PAGE).text
    assert "<path d=" in page
    secret = re.search(r"<code>([A-Z2-7 ]+)</code>", page)
    assert secret is not None
    return pyotp.TOTP(secret[1].replace(" ", ""))


@pytest.fixture
def codes(okoye: Browser, app: pyotp.TOTP) -> list[str]:
    """The codes for a bad day, as they stand on the page."""
    page = okoye.sends(f"{PAGE}/confirm", code=app.now()).text
    return re.findall(r"<code>([a-z2-7-]{29})</code>", page)


def test_the_ten_codes_are_shown_once_and_the_secret_never_again(
    okoye: Browser, app: pyotp.TOTP, codes: list[str]
) -> None:
    assert len(codes) == 10
    page = okoye.opens(PAGE).text

    assert not [code for code in codes if code in page]
    assert app.secret not in page.replace(" ", "")
    assert "10 of your ten codes are left" in page


def test_signing_in_goes_by_the_code_to_where_one_wanted(
    okoye: Browser, browser: Callable[[], Browser], app: pyotp.TOTP, codes: list[str]
) -> None:
    tablet = browser()
    half = tablet.sends("/staff/sign-in", sign_in_name="okoye", password=PASSWORD, next="/staff/library")
    assert half.location == "/staff/sign-in/second-step?next=/staff/library"
    half_token = tablet.client.get_cookie("desk")
    assert tablet.opens("/staff/").location.startswith("/staff/sign-in")
    assert 'value="/staff/library"' in tablet.opens(half.location).text
    whole = tablet.sends("/staff/sign-in/second-step", code=codes[0], next="/staff/library")

    assert whole.location == "/staff/library"
    assert tablet.client.get_cookie("desk") != half_token
    assert tablet.opens("/staff/library").status_code == 200


def test_a_wrong_code_is_told_and_opens_nothing(
    browser: Callable[[], Browser], codes: list[str], okoye: Browser
) -> None:
    tablet = browser()
    tablet.sends("/staff/sign-in", sign_in_name="okoye", password=PASSWORD)
    wrong = tablet.sends("/staff/sign-in/second-step", code="000000")

    assert wrong.status_code == 400
    assert "Wait for the next one" in wrong.text
    assert "000000" not in wrong.text
    assert tablet.opens("/staff/").status_code == 303


def test_the_page_for_the_code_is_for_whoever_gave_a_password(browser: Callable[[], Browser], okoye: Browser) -> None:
    assert browser().opens("/staff/sign-in/second-step").location == "/staff/sign-in"
    assert okoye.opens("/staff/sign-in/second-step").location == "/staff/sign-in"
    assert browser().sends("/staff/sign-in/second-step", code="000000").status_code == 401


def test_after_the_second_step_nobody_is_led_elsewhere(
    browser: Callable[[], Browser], codes: list[str], okoye: Browser
) -> None:
    tablet = browser()
    tablet.sends("/staff/sign-in", sign_in_name="okoye", password=PASSWORD)

    came = tablet.sends("/staff/sign-in/second-step", code=codes[3], next="//elsewhere.example/")
    assert came.location == "/staff/"


def test_it_is_turned_off_on_its_page(okoye: Browser, browser: Callable[[], Browser], codes: list[str]) -> None:
    assert okoye.sends(f"{PAGE}/remove", code="000000").status_code == 400
    assert okoye.sends(f"{PAGE}/remove", code=codes[5]).location == "/staff/account"
    assert okoye.opens("/staff/account").status_code == 200

    assert browser().sends("/staff/sign-in", sign_in_name="okoye", password=PASSWORD).location == "/staff/"


def test_new_codes_are_made_on_its_page(okoye: Browser, codes: list[str]) -> None:
    page = okoye.sends(f"{PAGE}/codes", code=codes[0]).text

    newer = re.findall(r"<code>([a-z2-7-]{29})</code>", page)
    assert len(newer) == 10
    assert not set(newer) & set(codes)


def test_a_tablet_left_lying_about_does_not_set_one_up(okoye: Browser) -> None:
    wrong = okoye.sends(f"{PAGE}/begin", password="a guess")

    assert wrong.status_code == 400
    assert "not the password that you have now" in wrong.text
    assert "<path d=" not in okoye.opens(PAGE).text.partition("<main")[2]


def test_where_it_is_required_an_operator_is_led_to_set_it_up(okoye: Browser, house: House) -> None:
    house.sign_ins.second_factor = "required"

    turned_away = okoye.opens("/staff/people")
    assert turned_away.status_code == 403
    assert "needs a second step" in turned_away.text
    assert okoye.opens("/staff/").status_code == 200
    assert "Set up a second step to keep accounts" in okoye.opens("/staff/account").text
    okoye.sends(f"{PAGE}/begin", password=PASSWORD)
    found = re.search(r"<code>([A-Z2-7 ]+)</code>", okoye.opens(PAGE).text)
    assert found is not None
    code = pyotp.TOTP(found[1].replace(" ", "")).at(int(time.time()))
    okoye.sends(f"{PAGE}/confirm", code=code)

    assert okoye.opens("/staff/people").status_code == 200


def test_where_everyone_needs_one_nothing_opens_before_it(okoye: Browser, house: House, tonight: str) -> None:
    house.sign_ins.second_factor = "everyone"

    for page in ("/staff/", "/staff/library", "/staff/audit", "/staff/groups/thursday", f"/staff/live/{tonight}"):
        led = okoye.opens(page)
        assert (led.status_code, led.location) == (303, PAGE), page
    assert okoye.sends("/staff/groups", name="Another").status_code == 403
    assert "Here everyone needs a second step" in okoye.opens(PAGE).text
    assert "Here everyone needs a second step" in okoye.opens("/staff/account").text
    token = okoye.client.get_cookie("desk")
    assert token is not None
    tablet = Connection("s", "facilitator", "okoye", tonight, "en", token=token.value)
    with pytest.raises(Refused, match="not_yours"):
        Rights(house).ask(tablet, "begin")
    okoye.sends(f"{PAGE}/begin", password=PASSWORD)
    found = re.search(r"<code>([A-Z2-7 ]+)</code>", okoye.opens(PAGE).text)
    assert found is not None
    code = pyotp.TOTP(found[1].replace(" ", "")).at(int(time.time()))
    okoye.sends(f"{PAGE}/confirm", code=code)

    assert okoye.opens("/staff/").status_code == 200
    assert okoye.opens("/staff/library").status_code == 200
