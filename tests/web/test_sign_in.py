"""Signing in and out, the first account, a colleague's account, another password."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from facilitator.app import Server
from facilitator.house import House
from facilitator.people import first_account, staff
from tests.web.conftest import PASSWORD, Browser, signed_in

FIELDS = {"name": "Dr. Okoye", "sign_in_name": "okoye", "password": PASSWORD, "again": PASSWORD}


@pytest.fixture
def first_link(house: House) -> str:
    made = house.writer.wait(lambda conn: first_account.make_link(conn, at=house.clock()))
    assert made is not None
    return f"/staff/first#{made}"


def with_link(browser: Browser, link: str, **fields: str) -> TestResponse:
    """The form with what stands after #, as the page's script fills it."""
    address, _, secret = link.partition("#")
    return browser.sends(address, link=secret, **fields)


def test_a_link_that_works_once_tells_its_secret_to_no_address(
    browser: Callable[[], Browser], okoye: Browser, server: Server
) -> None:
    link = invitation(okoye, "facilitator")
    page = browser().opens(link.partition("#")[0])

    assert page.status_code == 200
    assert "data-takes-fragment" in page.text
    assert link.partition("#")[2] in with_link(browser(), link).text
    links = {rule.endpoint: rule.arguments for rule in server.app.url_map.iter_rules()}
    assert {name for name, parts in links.items() if parts & {"token", "secret", "link"}} == {"sign_in.demo"}


def test_the_first_link_makes_the_first_account_and_signs_in(browser: Callable[[], Browser], first_link: str) -> None:
    okoye = browser()

    assert with_link(okoye, first_link).status_code == 200
    assert with_link(okoye, first_link, **FIELDS).location == "/staff/"
    assert "Begin with a group" in okoye.opens("/staff/").text


def test_the_first_link_works_once(browser: Callable[[], Browser], first_link: str) -> None:
    with_link(browser(), first_link, **FIELDS)

    assert with_link(browser(), first_link).status_code == 410
    assert with_link(browser(), first_link, **{**FIELDS, "sign_in_name": "mallory"}).status_code == 410


def test_a_made_up_link_makes_no_account(browser: Callable[[], Browser], house: House) -> None:
    assert with_link(browser(), "/staff/first#made-up", **FIELDS).status_code == 410
    with house.store.reading() as conn:
        assert staff.nobody_yet(conn)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"again": "something else here"}, "not the same"),
        ({"password": "short", "again": "short"}, "at least 12"),
        ({"name": ""}, "Choose a name"),
    ],
)
def test_what_is_wrong_is_said_and_the_link_still_works(
    browser: Callable[[], Browser], first_link: str, wrong: dict[str, str], told: str
) -> None:
    okoye = browser()

    page = with_link(okoye, first_link, **{**FIELDS, **wrong})

    assert page.status_code == 400
    assert told in page.text
    assert PASSWORD not in page.text
    assert with_link(okoye, first_link, **FIELDS).status_code == 303


def test_a_wrong_password_is_told_without_saying_what_was_wrong(
    browser: Callable[[], Browser], account: Callable[[str, str], None]
) -> None:
    account("okoye", "Dr. Okoye")

    wrong = browser().sends("/staff/sign-in", sign_in_name="okoye", password="not this one")
    nobody = browser().sends("/staff/sign-in", sign_in_name="nobody", password="not this one")

    assert (wrong.status_code, nobody.status_code) == (401, 401)
    assert wrong.text.replace("okoye", "") == nobody.text.replace("nobody", "")


def test_guessing_passwords_gets_slower(browser: Callable[[], Browser], account: Callable[[str, str], None]) -> None:
    account("okoye", "Dr. Okoye")

    told = [browser().sends("/staff/sign-in", sign_in_name="okoye", password="x").status_code for _ in range(5)]

    assert told[-1] == 429


def test_the_cookie_of_staff_is_for_this_site_alone(okoye: Browser) -> None:
    came = okoye.sends("/staff/account/password", old=PASSWORD, new="willow kettle march", again="willow kettle march")

    cookie = came.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "desk" in cookie


def test_over_tls_the_cookie_of_staff_cannot_be_set_by_another_site(
    browser: Callable[[], Browser], account: Callable[..., None], house: House
) -> None:
    account("okoye", "Dr. Okoye")
    house.config = replace(house.config, tls_cert=Path("cert.pem"))
    came = browser().client.post(
        "/staff/sign-in",
        data={"sign_in_name": "okoye", "password": PASSWORD},
        headers={"Sec-Fetch-Site": "same-origin"},
        base_url="https://localhost",
    )

    (cookie,) = [each for each in came.headers.getlist("Set-Cookie") if "desk=" in each]
    assert cookie.startswith("__Host-desk=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Strict"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
    assert "Max-Age" not in cookie
    assert "Expires" not in cookie


def test_signing_in_makes_a_token_of_its_own_and_ends_the_one_before(
    okoye: Browser, browser: Callable[[], Browser]
) -> None:
    planted = browser()
    planted.client.set_cookie("desk", "a-token-that-mallory-knows")
    signed_in(planted, "okoye")
    first = planted.client.get_cookie("desk")
    signed_in(planted, "okoye")
    second = planted.client.get_cookie("desk")
    assert first is not None
    assert second is not None

    assert len({"a-token-that-mallory-knows", first.value, second.value}) == 3
    for old in ("a-token-that-mallory-knows", first.value):
        thief = browser()
        thief.client.set_cookie("desk", old)
        assert thief.opens("/staff/").status_code == 303


def test_signing_out_ends_it_on_the_server_too(okoye: Browser, browser: Callable[[], Browser]) -> None:
    cookie = okoye.client.get_cookie("desk")
    assert cookie is not None
    left = okoye.sends("/staff/sign-out")
    assert left.headers["Clear-Site-Data"] == '"cache"'
    thief = browser()
    thief.client.set_cookie("desk", cookie.value)

    assert thief.opens("/staff/").status_code == 303
    assert okoye.opens("/staff/").status_code == 303


def test_a_lost_tablet_is_signed_out_from_another(okoye: Browser, browser: Callable[[], Browser]) -> None:
    lost = signed_in(browser(), "okoye")

    okoye.sends("/staff/sign-out-everywhere")

    assert lost.opens("/staff/").status_code == 303


def test_another_password_needs_the_one_before(okoye: Browser, browser: Callable[[], Browser]) -> None:
    new = "willow kettle march"

    assert okoye.sends("/staff/account/password", old="not this", new=new, again=new).status_code == 400
    assert okoye.sends("/staff/account/password", old=PASSWORD, new=new, again=new).status_code == 303
    assert okoye.opens("/staff/account").status_code == 200
    assert browser().sends("/staff/sign-in", sign_in_name="okoye", password=PASSWORD).status_code == 401


def invitation(okoye: Browser, *roles: str) -> str:
    """The way to an account with these roles."""
    page = okoye.sends("/staff/people/invite", role=list(roles)).text
    return page.partition("<code>")[2].partition("</code>")[0].partition("8000")[2]


def test_a_colleague_gets_an_account_by_a_link_that_works_once(okoye: Browser, browser: Callable[[], Browser]) -> None:
    link = invitation(okoye, "facilitator")
    dee = browser()
    fields = {**FIELDS, "name": "Dee", "sign_in_name": "dee"}

    assert with_link(dee, link).status_code == 200
    assert with_link(dee, link, **{**fields, "sign_in_name": "okoye"}).status_code == 400
    assert with_link(dee, link, **fields).location == "/staff/"
    assert dee.opens("/staff/").status_code == 200
    assert with_link(browser(), link).status_code == 410


def test_the_token_of_another_invitation_does_not_fit(okoye: Browser, browser: Callable[[], Browser]) -> None:
    one, other = invitation(okoye, "facilitator"), invitation(okoye, "operator")

    assert with_link(browser(), f"{one.rpartition('.')[0]}.{other.rpartition('.')[2]}").status_code == 410
    assert with_link(browser(), one).status_code == 200


@pytest.mark.parametrize(
    ("wanted", "led_to"),
    [
        ("/staff/library", "/staff/library"),
        ("https://elsewhere.example/", "/staff/"),
        ("//elsewhere.example/", "/staff/"),
        ("/staff//elsewhere.example", "/staff/"),
        ("/staff/\\elsewhere", "/staff/"),
        ("/group", "/staff/"),
    ],
)
def test_after_signing_in_nobody_is_led_elsewhere(
    browser: Callable[[], Browser], account: Callable[[str, str], None], wanted: str, led_to: str
) -> None:
    account("okoye", "Dr. Okoye")

    came = browser().sends("/staff/sign-in", sign_in_name="okoye", password=PASSWORD, next=wanted)

    assert came.location == led_to


def test_there_is_no_demo_door_where_there_is_no_demo(browser: Callable[[], Browser], okoye: Browser) -> None:
    for token in ("None", "x"):
        assert browser().opens(f"/staff/demo/{token}").status_code == 404


def test_in_a_demo_its_link_signs_the_visitor_in(
    browser: Callable[[], Browser], okoye: Browser, house: House, tonight: str
) -> None:
    house.demo, house.demo_token = True, "come-in"
    visitor = browser()

    assert visitor.opens("/staff/demo/guess").status_code == 404
    assert f"/staff/live/{tonight}" in visitor.opens("/staff/demo/come-in").text
    assert visitor.opens(f"/staff/live/{tonight}").status_code == 200


@pytest.mark.parametrize("page", ["/staff/sign-in", "/staff/account"])
def test_a_field_for_a_password_hides_it_and_a_manager_may_fill_it(okoye: Browser, page: str) -> None:
    if page == "/staff/sign-in":
        okoye.sends("/staff/sign-out")
    fields = [field for field in re.findall(r"<input[^>]*>", okoye.opens(page).text) if "-password" in field]

    assert fields
    for field in fields:
        assert 'type="password"' in field
        assert re.search(r'autocomplete="(current|new)-password"', field)
        assert "onpaste" not in field


@pytest.mark.parametrize("page", ["/staff/", "/staff/library", "/staff/account", "/staff/audit", "/staff/nowhere"])
def test_every_page_for_staff_has_its_way_out(okoye: Browser, page: str) -> None:
    assert '<form method="post" action="/staff/sign-out"' in okoye.opens(page).text
