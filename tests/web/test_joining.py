"""How a phone comes in before any script has run, and what turns it away."""

from collections.abc import Callable

import pytest

from facilitator.house import House
from facilitator.live_session.commands import RemoveSeat, SetLock
from tests.web.conftest import Browser

Tap = Callable[[object], None]


@pytest.fixture
def ana(browser: Callable[[], Browser]) -> Browser:
    return browser()


def seats(house: House, tonight: str) -> dict[str, str]:
    """name → admission"""
    room = house.conductor.rooms[tonight]
    return {room.facts.names[seat.id]: seat.admission for seat in room.state.seats.values()}


def test_a_scanned_code_goes_straight_in(ana: Browser, house: House, tonight: str, secret: str) -> None:
    came = ana.sends("/join", secret=secret, name="Ana", language="en")

    assert came.status_code == 303
    assert came.location == "/group/agreement"
    assert seats(house, tonight) == {"Ana": "admitted"}


def test_a_typed_code_only_knocks(ana: Browser, house: House, tonight: str, code: str) -> None:
    ana.sends("/join", code=f" {code[:2]}-{code[2:].lower()} ", name="Ana", language="en")

    assert seats(house, tonight) == {"Ana": "knocking"}


def test_families_read_an_agreement_of_their_own(okoye: Browser, ana: Browser, house: House) -> None:
    alone = house.opening.open_session(
        group="thursday", blocks=[("family-evening/01-what-is-happening", None), ("break", 10)], by="okoye"
    )
    secret = house.conductor.rooms[alone].facts.join["url"].partition("#s=")[2]
    ana.sends("/join", secret=secret, name="Mia", language="en")

    page = ana.opens("/group/agreement").text
    assert "This evening is about you" in page
    assert "Come sober" not in page


def test_the_agreement_is_read_before_the_group_page(ana: Browser, secret: str) -> None:
    ana.sends("/join", secret=secret, name="Ana", language="en")

    assert ana.opens("/group").location == "/group/agreement"
    page = ana.opens("/group/agreement").text
    assert "Our group agreement" in page
    assert "You can pass." in page
    assert ana.sends("/group/agreement", version="1").location == "/group"
    assert ana.opens("/group").status_code == 200


def test_another_version_than_the_one_that_was_read_is_not_accepted(ana: Browser, secret: str) -> None:
    ana.sends("/join", secret=secret, name="Ana", language="en")

    assert ana.sends("/group/agreement", version="0").status_code == 400


def test_a_phone_speaks_its_own_language_from_the_first_page(ana: Browser, secret: str) -> None:
    page = ana.opens("/", headers={"Accept-Language": "es-MX,es;q=0.9"})
    ana.sends("/join", secret=secret, name="Ana", language="es")

    assert '<html lang="es">' in page.text
    assert "Nuestro acuerdo" in ana.opens("/group/agreement").text


def test_a_wrong_code_is_told_beside_its_field_and_the_name_stays(ana: Browser, tonight: str, code: str) -> None:
    page = ana.sends("/join", code="AAAAA" if code != "AAAAA" else "BBBBB", name="Ana", language="en")

    assert page.status_code == 404
    assert "We could not find that code." in page.text
    assert 'value="Ana"' in page.text
    assert "Set-Cookie" not in page.headers or "place" not in page.headers["Set-Cookie"]


def test_whoever_keeps_guessing_has_to_wait(ana: Browser, tonight: str) -> None:
    told = [ana.sends("/join", code="AAAAA", name="Mallory", language="en").status_code for _ in range(8)]

    assert told[0] == 404
    assert told[-1] == 429


@pytest.mark.parametrize("name", ["", "   ", "x" * 41])
def test_somebody_without_a_name_is_asked_for_one(
    ana: Browser, house: House, tonight: str, code: str, name: str
) -> None:
    page = ana.sends("/join", code=code, name=name, language="en")

    assert page.status_code == 400
    assert "name" in page.text
    assert seats(house, tonight) == {}


def test_a_locked_group_lets_no_new_phone_in(ana: Browser, tap: Tap, house: House, tonight: str, secret: str) -> None:
    tap(SetLock(True))

    page = ana.sends("/join", secret=secret, name="Ana", language="en")

    assert page.status_code == 400
    assert "is not letting more phones in" in page.text
    assert seats(house, tonight) == {}


def test_a_secret_of_another_day_opens_nothing(ana: Browser, house: House, tonight: str) -> None:
    page = ana.sends("/join", secret="x" * 22, name="Mallory", language="en")

    assert page.status_code == 410
    assert seats(house, tonight) == {}


def test_a_ticket_that_somebody_made_up_opens_nothing(ana: Browser, tonight: str) -> None:
    ana.client.set_cookie("place", "x" * 22)

    assert ana.opens("/group").location == "/"
    assert ana.opens("/group/agreement").location == "/"
    assert ana.sends("/group/agreement", version="1").location == "/"


def test_a_link_from_the_roster_brings_a_new_phone_to_the_old_seat_once(
    browser: Callable[[], Browser], house: House, tonight: str, secret: str
) -> None:
    old, new, third = browser(), browser(), browser()
    old.sends("/join", secret=secret, name="Ana", language="en")
    room = house.conductor.rooms[tonight]
    link = house.joining.link_for(room, next(iter(room.state.seats)))

    assert new.sends("/join", link=link).status_code == 303
    assert seats(house, tonight) == {"Ana": "admitted"}
    assert old.opens("/group").location == "/"
    assert third.sends("/join", link=link).status_code == 410


def test_talk_to_staff_works_without_a_script(ana: Browser, house: House, tonight: str, secret: str) -> None:
    ana.sends("/join", secret=secret, name="Ana", language="en")

    assert ana.sends("/group/call").location == "/group/agreement?called=1"
    assert len(house.conductor.rooms[tonight].state.calls) == 1
    assert "We told the staff tablet." in ana.opens("/group/agreement?called=1").text


def test_nobody_outside_can_call_staff(ana: Browser, house: House, tonight: str) -> None:
    assert ana.sends("/group/call").location == "/"
    assert not house.conductor.rooms[tonight].state.calls


def test_hiding_makes_the_phone_forget_its_seat(ana: Browser, secret: str) -> None:
    ana.sends("/join", secret=secret, name="Ana", language="en")

    hidden = ana.sends("/hidden")

    assert hidden.status_code == 200
    assert "Ana" not in hidden.text
    assert ana.opens("/group").location == "/"


def test_hiding_empties_the_phone_and_closing_the_page_at_the_end_leaves_what_its_owner_kept(ana: Browser) -> None:
    assert ana.sends("/hidden").headers["Clear-Site-Data"] == '"cache", "storage"'
    assert ana.sends("/hidden?keep=1").headers["Clear-Site-Data"] == '"cache"'


def test_a_removed_seat_still_gets_its_page_which_then_says_so(
    ana: Browser, tap: Tap, house: House, tonight: str, secret: str
) -> None:
    ana.sends("/join", secret=secret, name="Ana", language="en")
    ana.sends("/group/agreement", version="1")
    tap(RemoveSeat(next(iter(house.conductor.rooms[tonight].state.seats))))

    assert ana.opens("/group").status_code in (200, 303)
