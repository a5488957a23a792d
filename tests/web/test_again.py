"""Before what cannot be taken back, staff say again who they are: a tablet may have been left lying about."""

import re
import time
from collections.abc import Callable

import pyotp
import pytest

from facilitator.app import Server
from facilitator.house import House
from facilitator.people import groups
from facilitator.storage import audit_log, second_steps
from facilitator.web.again import AGAIN
from tests.web.conftest import PASSWORD, Browser, signed_in

DELETE = "/staff/groups/thursday/delete"
SECRET = "JBSWY3DPEHPK3PXP" * 2
Later = Callable[[int], None]


@pytest.fixture
def later(house: House) -> Later:
    """`later(6)`: six minutes have passed since everyone signed in."""
    passed = [0]

    def wait(minutes: int) -> None:
        passed[0] += minutes * 60_000
        house.sign_ins.clock = lambda: house.clock() + passed[0]

    return wait


def is_there(house: House, group: str = "thursday") -> bool:
    with house.store.reading() as conn:
        return groups.find(conn, group) is not None


NOT_ABOUT_PEOPLE = {"agendas.as_json", "agendas.delete", "library.printed", "library.shelves_as_json"}
"""Plans and modules: no names go out with them, and a plan is soon made again."""


def test_a_new_page_that_erases_or_hands_out_is_thought_about(server: Server) -> None:
    names = {rule.endpoint for rule in server.app.url_map.iter_rules()}
    sounds_so = {
        name
        for name in names
        if re.search(r"\.(delete|erase|take_out|hand_\w+_over|hand_all|printed|attendance)|_as_json|\.as_json", name)
    }

    assert sounds_so - AGAIN == NOT_ABOUT_PEOPLE


def test_whoever_has_just_signed_in_is_not_asked(okoye: Browser, house: House, later: Later) -> None:
    later(4)

    assert okoye.sends(DELETE, sure="yes").location == "/staff/"
    assert not is_there(house)


def test_a_tablet_left_lying_about_deletes_nothing_and_what_was_asked_waits_for_the_password(
    okoye: Browser, house: House, later: Later
) -> None:
    later(6)
    asked = okoye.sends(DELETE, sure="yes")
    assert asked.status_code == 401
    assert 'action="/staff/groups/thursday/delete"' in asked.text
    assert 'name="sure" value="yes"' in asked.text
    assert is_there(house)
    wrong = okoye.sends(DELETE, sure="yes", who_again="not the password")
    assert wrong.status_code == 400
    assert "not the password that you have now" in wrong.text
    assert "not the password" not in wrong.text.replace("not the password that you have now", "")
    assert is_there(house)

    assert okoye.sends(DELETE, sure="yes", who_again=PASSWORD).location == "/staff/"
    assert not is_there(house)
    with house.store.reading() as conn:
        assert "sign_in_refused" in [entry.action for entry in audit_log.about(conn, "staff:okoye")]


def test_it_says_what_it_is_asked_for_and_leads_back_to_where_one_was(okoye: Browser, later: Later) -> None:
    later(6)
    came_from = {"Referer": "http://localhost/staff/groups/thursday"}
    asked = okoye.client.get("/staff/groups/thursday/attendance.csv", headers=came_from)
    assert "takes names out of the house" in asked.text
    assert 'href="/staff/groups/thursday">Back' in asked.text
    wrong = okoye.sends(
        "/staff/again",
        next="/staff/groups/thursday/attendance.csv",
        who_again="not the password",
        back_again="/staff/groups/thursday",
    )

    assert 'href="/staff/groups/thursday">Back' in wrong.text
    assert "cannot be taken back" in okoye.sends(DELETE, sure="yes", back_again="https://elsewhere.example/").text
    assert 'href="/staff/">Back' in okoye.sends(DELETE, sure="yes", back_again="https://elsewhere.example/").text


def test_said_once_it_holds_for_five_minutes_on_this_device_alone(
    okoye: Browser, browser: Callable[[], Browser], record: str, later: Later
) -> None:
    other = signed_in(browser(), "okoye")
    later(6)
    asked = okoye.opens(f"{record}.json")
    assert asked.status_code == 401
    assert "When the file is saved" in asked.text
    on = okoye.sends("/staff/again", next=f"{record}.json", who_again=PASSWORD)

    assert on.location == f"{record}.json"
    assert okoye.opens(on.location).json["notice"]
    assert other.opens(f"{record}.json").status_code == 401
    later(4)
    assert okoye.opens(f"{record}/print").status_code == 200
    later(2)
    assert okoye.opens(f"{record}/print").status_code == 401


def test_guessing_it_gets_slower(okoye: Browser, house: House, later: Later) -> None:
    later(6)
    told = [okoye.sends(DELETE, sure="yes", who_again=f"guess {number}").status_code for number in range(6)]

    assert told[0] == 400
    assert told[-1] == 429
    assert okoye.sends(DELETE, sure="yes", who_again=PASSWORD).status_code == 429
    assert is_there(house)


def test_the_code_of_the_app_does_too_and_only_for_who_has_one(okoye: Browser, house: House, later: Later) -> None:
    code = pyotp.TOTP(SECRET).at(int(time.time()) + 6 * 60)
    later(6)
    assert okoye.sends(DELETE, who_again=code).status_code == 400

    def set_up(conn: object) -> None:
        second_steps.begin(conn, "okoye", SECRET)  # type: ignore[arg-type]
        second_steps.confirm(conn, "okoye", at=1)  # type: ignore[arg-type]

    house.writer.wait(set_up)
    assert okoye.sends("/staff/again", next="/staff/people", who_again=code).location == "/staff/people"
    later(6)
    assert okoye.sends("/staff/again", next="/staff/people", who_again=code).status_code == 400


def test_nobody_is_led_elsewhere_by_it(okoye: Browser) -> None:
    for wanted in ("https://elsewhere.example/", "//elsewhere.example", "/staff/../../x y", ""):
        assert okoye.sends("/staff/again", next=wanted, who_again=PASSWORD).location == "/staff/"


def test_what_was_said_of_a_renewed_sign_in_is_said_again(okoye: Browser, house: House, later: Later) -> None:
    """The proof belongs to the token: whoever stole an older one gains nothing by it."""
    later(6)
    okoye.sends("/staff/again", next="/staff/", who_again=PASSWORD)
    cookie = okoye.client.get_cookie("desk")
    assert cookie is not None
    okoye.client.set_cookie("desk", house.sign_ins.renew(cookie.value))

    assert okoye.sends(DELETE, sure="yes").status_code == 401
