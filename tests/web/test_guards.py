"""What holds for every answer of the server: what it tells browsers, who may change anything, how it says no."""

import json
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import structlog

from facilitator import config as configuration
from facilitator.app import Server
from facilitator.house import House
from facilitator.web.headers import content_security_policy
from tests.web.conftest import Browser

PAGES = ("/", "/join", "/hidden", "/display", "/staff/sign-in", "/healthz", "/nowhere", "/staff/nowhere")


@pytest.mark.parametrize("page", PAGES)
def test_every_answer_is_guarded(browser: Callable[[], Browser], page: str) -> None:
    headers = browser().opens(page).headers
    policy = headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "base-uri 'none'" in policy
    assert headers["Cross-Origin-Opener-Policy"] == headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Content-Type"] in ("text/html; charset=utf-8", "application/json")


def test_what_the_sockets_library_answers_is_guarded_too(server: Server) -> None:
    """By long polling views with people's names come over plain HTTP."""
    polled = server.app.test_client().get(
        "/socket.io/?EIO=4&transport=polling", headers={"Origin": "http://localhost"}, base_url="http://localhost"
    )

    assert (polled.status_code, polled.text[:8]) == (200, '0{"sid":')
    assert polled.headers["Cache-Control"] == "no-store"
    assert polled.headers["X-Content-Type-Options"] == "nosniff"
    assert polled.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "frame-ancestors 'none'" in polled.headers["Content-Security-Policy"]


def test_no_page_may_listen_or_look(browser: Callable[[], Browser]) -> None:
    policy = browser().opens("/").headers["Permissions-Policy"]

    for sense in ("microphone", "camera", "geolocation", "display-capture"):
        assert f"{sense}=()" in policy


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"FACILITATOR_PUBLIC_ADDRESS": "https://group.example.org"}, "max-age=31536000"),
        (
            {"FACILITATOR_PUBLIC_ADDRESS": "https://group.example.org", "FACILITATOR_HSTS": "subdomains"},
            "max-age=31536000; includeSubDomains",
        ),
        ({"FACILITATOR_PUBLIC_ADDRESS": "https://group.example.org", "FACILITATOR_HSTS": "off"}, None),
        ({}, None),
    ],
)
def test_browsers_are_told_to_come_over_tls_alone_where_they_do(
    server: Server, browser: Callable[[], Browser], settings: dict[str, str], told: str | None
) -> None:
    server.house.config = configuration.read(settings)

    for page in ("/join", "/staff/sign-in", "/nowhere"):
        assert browser().opens(page).headers.get("Strict-Transport-Security") == told


def test_a_page_elsewhere_that_knocks_is_told_to_the_operator_once_a_minute_and_names_nobody(
    browser: Callable[[], Browser],
) -> None:
    with structlog.testing.capture_logs() as told:
        for _ in range(5):
            browser().client.post("/staff/sign-in", headers={"Sec-Fetch-Site": "cross-site"}, data={"a": "Ana"})

    assert told == [{"event": "turned away", "log_level": "warning", "why": "other_site", "where": "sign_in.enter"}]


def test_a_form_that_is_too_long_breaks_no_page_and_leaves_no_trace(
    browser: Callable[[], Browser], capfd: pytest.CaptureFixture[str]
) -> None:
    for page in ("/hidden", "/join", "/shared", "/staff/sign-in", "/nowhere"):
        long = browser().sends(page, name="Ana" * 100_000)

        assert long.status_code < 500
        assert "Content-Security-Policy" in long.headers
    assert "Ana" not in "".join(capfd.readouterr())


def test_what_breaks_while_a_defect_is_told_is_told_by_its_kind(
    server: Server, browser: Callable[[], Browser], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def breaks(*_given: object, **_more: object) -> str:
        raise RuntimeError("Ana wrote this")

    monkeypatch.setattr("facilitator.web.refusals._participants_page", breaks)
    assert browser().opens("/nowhere").text == "There is nothing at this address. Check it, or go back."

    said = "".join(capfd.readouterr())
    assert "RuntimeError" in said
    assert "Ana wrote this" not in said


def test_what_was_sent_is_never_sent_back_by_trace(browser: Callable[[], Browser]) -> None:
    for headers in ({"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = browser().client.open("/join", method="TRACE", headers={**headers, "Cookie": "place=a-ticket"})

        assert answer.status_code in (403, 405)
        assert "a-ticket" not in answer.text


@pytest.mark.parametrize("page", [page for page in PAGES if page != "/healthz"])
def test_no_page_holds_a_script_or_a_style_of_its_own(browser: Callable[[], Browser], page: str) -> None:
    text = browser().opens(page).text

    assert "<style" not in text
    assert " style=" not in text
    assert " onclick=" not in text
    scripts = [piece.partition(">")[0] for piece in text.split("<script")[1:]]
    assert all("src=" in script or "application/json" in script for script in scripts)
    assert "http://" not in text.replace("http://localhost", "")


def test_a_host_that_is_none_does_not_get_into_the_policy() -> None:
    assert "evil" not in content_security_policy("evil; script-src *")
    assert "ws://group.example:8000 " in content_security_policy("group.example:8000")
    assert "wss://[::1]:8000" in content_security_policy("[::1]:8000")


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {},
    ],
)
def test_a_page_elsewhere_cannot_change_anything(
    okoye: Browser, house: House, tonight: str, secret: str, headers: dict[str, str]
) -> None:
    for address, fields in (("/join", {"secret": secret, "name": "Mallory"}), ("/staff/groups", {"name": "Mallory's"})):
        came = okoye.client.post(address, data=fields, headers=headers)

        assert came.status_code == 403
    assert not house.conductor.rooms[tonight].state.seats


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://localhost"}])
def test_our_own_pages_can(okoye: Browser, headers: dict[str, str]) -> None:
    assert okoye.client.post("/staff/groups", data={"name": "Friday"}, headers=headers).status_code == 303


def test_a_defect_tells_neither_the_page_nor_the_log_what_was_sent(
    server: Server, browser: Callable[[], Browser], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def breaks(*_: object) -> str:
        raise ValueError("Ana wrote this")

    monkeypatch.setattr(server.house.joining, "with_code", breaks)

    page = browser().sends("/join", code="BCDFG", name="Ana", language="en")

    assert page.status_code == 500
    assert "Something went wrong on our side." in page.text
    assert "Ana" not in page.text
    shown = capsys.readouterr()
    assert "ValueError" in shown.out + shown.err
    assert "Ana wrote this" not in shown.out + shown.err


def test_a_programs_request_is_answered_for_programs(browser: Callable[[], Browser]) -> None:
    told = browser().opens("/staff/library.json")

    assert told.status_code == 401
    assert json.loads(told.text) == {"why": "sign_in", "message": "Please sign in first."}


def test_help_stays_in_reach_when_a_phones_page_does_not_work(browser: Callable[[], Browser]) -> None:
    page = browser().opens("/nowhere", headers={"Accept-Language": "es"})

    assert page.status_code == 404
    assert 'href="tel:988"' in page.text
    assert '<html lang="es">' in page.text


def test_too_much_at_once_is_refused(okoye: Browser) -> None:
    assert okoye.sends("/staff/groups", name="x" * 300_000).status_code == 413


def test_health_is_told_in_one_word_and_nothing_of_people(browser: Callable[[], Browser], house: House) -> None:
    assert browser().opens("/healthz").status_code == 200

    house.writer.failing = True

    told = browser().opens("/healthz")
    assert told.status_code == 503
    assert told.json == {"ok": False, "reading": True, "writing": False}


def test_health_says_when_the_store_cannot_be_read(browser: Callable[[], Browser], house: House) -> None:
    house.store.path.rename(house.store.path.with_suffix(".gone"))
    house.store.path.mkdir()

    assert browser().opens("/healthz").status_code == 503

    house.store.path.rmdir()
    house.store.path.with_suffix(".gone").rename(house.store.path)


def test_every_page_says_that_this_is_a_demo_or_a_trial(
    browser: Callable[[], Browser], okoye: Browser, house: House, secret: str
) -> None:
    house.opening.surroundings.notices.update(demo=True, insecure=True)
    ana = browser()
    pages = [
        ana.opens("/").text,
        ana.opens("/nowhere").text,
        okoye.opens("/staff/").text,
        okoye.opens("/staff/library").text,
    ]
    ana.sends("/join", secret=secret, name="Ana", language="en")
    pages.append(ana.opens("/group/agreement").text)

    for page in pages:
        assert "demo" in page
        assert "trial" in page


def test_no_access_is_logged(browser: Callable[[], Browser], caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        browser().opens("/")

    assert [record for record in caplog.records if "127.0.0.1" in record.getMessage()] == []


def test_over_tls_no_other_site_can_set_our_cookies(browser: Callable[[], Browser], house: House, secret: str) -> None:
    house.config = replace(house.config, tls_cert=Path("cert.pem"))
    ana = browser()

    came = ana.client.post(
        "/join",
        data={"secret": secret, "name": "Ana", "language": "en"},
        headers={"Sec-Fetch-Site": "same-origin"},
        base_url="https://localhost",
    )

    told = came.headers.getlist("Set-Cookie")
    assert all(cookie.startswith("__Host-") and "; Secure" in cookie and "SameSite=" in cookie for cookie in told)
    assert [cookie for cookie in told if cookie.startswith("__Host-language=en")]
    (ticket,) = [cookie for cookie in told if "place=" in cookie]
    assert ticket.startswith("__Host-place=")
    for attribute in ("Secure", "HttpOnly", "Path=/", "SameSite=Lax"):
        assert attribute in ticket
    assert "Domain" not in ticket
