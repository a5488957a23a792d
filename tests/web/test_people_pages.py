"""An operator's pages: who has an account, what they may do, closing one; and one's own devices."""

from collections.abc import Callable
from typing import Any

import pytest

from facilitator.house import House
from facilitator.people import staff
from facilitator.storage import second_steps
from tests.web.conftest import PASSWORD, Browser, signed_in

Account = Callable[..., None]


@pytest.fixture
def dee(account: Account, browser: Callable[[], Browser]) -> Browser:
    account("dee", "Dee", "co_facilitator")
    return signed_in(browser(), "dee")


def roles_of(house: House, who: str) -> Any:
    with house.store.reading() as conn:
        found = staff.find(conn, who)
    assert found is not None
    return found.roles


def test_everybody_stands_on_the_page_with_what_they_do(okoye: Browser, dee: Browser) -> None:
    page = okoye.opens("/staff/people").text

    assert "Dr. Okoye" in page
    assert "Facilitator, operator" in page
    assert "Co-facilitator" in page
    assert 'href="/staff/people"' in okoye.opens("/staff/").text
    assert 'href="/staff/people"' not in dee.opens("/staff/").text


def test_what_somebody_does_is_changed_and_holds_at_once(okoye: Browser, dee: Browser, house: House) -> None:
    assert dee.sends("/staff/groups", name="Friday").status_code == 403
    okoye.sends("/staff/people/dee/roles", role=["facilitator", "author"])

    assert roles_of(house, "dee") == {"facilitator", "author"}
    assert dee.sends("/staff/groups", name="Friday").status_code == 303


def test_nothing_ticked_is_said(okoye: Browser, dee: Browser, house: House) -> None:
    for address in ("/staff/people/dee/roles", "/staff/people/invite"):
        told = okoye.sends(address)
        assert told.status_code == 400
        assert "Tick at least one thing" in told.text
    assert roles_of(house, "dee") == {"co_facilitator"}


def test_a_role_that_there_is_not_is_not_given(okoye: Browser, dee: Browser, house: House) -> None:
    okoye.sends("/staff/people/dee/roles", role=["author", "emperor", "operator' OR 1"])

    assert roles_of(house, "dee") == {"author"}


def test_a_closed_account_is_out_at_once_and_can_come_back(
    okoye: Browser, dee: Browser, browser: Callable[[], Browser]
) -> None:
    okoye.sends("/staff/people/dee/close")
    assert dee.opens("/staff/").status_code == 303
    assert browser().sends("/staff/sign-in", sign_in_name="dee", password=PASSWORD).status_code == 401
    assert "closed" in okoye.opens("/staff/people").text
    okoye.sends("/staff/people/dee/open")

    assert signed_in(browser(), "dee").opens("/staff/").status_code == 200


def test_the_last_operator_cannot_close_the_door_behind_herself(okoye: Browser) -> None:
    for address in ("/staff/people/okoye/close", "/staff/people/okoye/roles"):
        told = okoye.sends(address, role="facilitator")
        assert told.status_code == 400
        assert "This is the last operator" in told.text
    assert okoye.opens("/staff/people").status_code == 200


def test_a_colleagues_second_step_is_turned_off_and_their_devices_with_it(
    okoye: Browser, dee: Browser, house: House, browser: Callable[[], Browser]
) -> None:
    def lost(conn: Any) -> None:
        second_steps.begin(conn, "dee", "JBSWY3DPEHPK3PXP")
        second_steps.confirm(conn, "dee", at=1)

    house.writer.wait(lost)
    assert "Turn their second step off" in okoye.opens("/staff/people/dee").text
    okoye.sends("/staff/people/dee/second-step/reset")

    assert dee.opens("/staff/").status_code == 303
    assert signed_in(browser(), "dee").opens("/staff/").status_code == 200


def test_a_colleagues_lost_tablet_is_signed_out(okoye: Browser, dee: Browser) -> None:
    okoye.sends("/staff/people/dee/sign-out")

    assert dee.opens("/staff/").status_code == 303


def test_the_settings_are_told_and_no_secret_with_them(okoye: Browser, house: House) -> None:
    page = okoye.opens("/staff/settings").text

    assert "FACILITATOR_K" in page
    assert "America/Chicago" in page
    for key in house.store.locks.keys.all.values():
        assert key.hex() not in page


def test_one_sees_where_one_is_signed_in_and_ends_it_there(okoye: Browser, browser: Callable[[], Browser]) -> None:
    lost = signed_in(browser(), "okoye")
    page = okoye.opens("/staff/account").text
    assert page.count("This device") == 1
    assert page.count("Another device") == 1
    way = page.partition('action="/staff/account/devices/')[2].partition('"')[0]
    okoye.sends(f"/staff/account/devices/{way}")

    assert lost.opens("/staff/").status_code == 303
    assert okoye.opens("/staff/account").text.count("Another device") == 0


def test_nothing_about_a_device_is_kept(okoye: Browser, browser: Callable[[], Browser], house: House) -> None:
    browser().client.post(
        "/staff/sign-in",
        data={"sign_in_name": "okoye", "password": PASSWORD},
        headers={"Sec-Fetch-Site": "same-origin", "User-Agent": "Quetzal/9.9 Tablet"},
        environ_base={"REMOTE_ADDR": "203.0.113.77"},
    )
    house.writer.wait(lambda conn: None)
    stored = b"".join(path.read_bytes() for path in house.store.data.iterdir() if path.is_file())

    assert b"Quetzal" not in stored
    assert b"203.0.113.77" not in stored


def test_each_role_begins_with_what_is_theirs(account: Account, browser: Callable[[], Browser], okoye: Browser) -> None:
    told = {}
    for role in ("facilitator", "co_facilitator", "supervisor", "author", "operator"):
        account(role, "Dee", role)
        told[role] = signed_in(browser(), role).opens("/staff/").text.partition("<body")[2]

    assert "Begin with a group" in told["facilitator"]
    assert "No group is shared with you yet" in told["co_facilitator"]
    assert "No group is shared with you yet" in told["supervisor"]
    assert "Open the library" in told["author"]
    assert "See who has an account" in told["operator"]
    assert "/staff/library" not in told["operator"]
    assert "/staff/people" not in told["author"]


def test_a_supervisor_reads_and_does_not_lead(
    account: Account, browser: Callable[[], Browser], okoye: Browser, tonight: str
) -> None:
    account("eli", "Eli", "supervisor")
    eli = signed_in(browser(), "eli")
    assert okoye.sends("/staff/groups/thursday/share", staff="eli").status_code == 400
    okoye.sends("/staff/groups/thursday/share", staff="eli", **{"as": "supervisor"})

    page = eli.opens("/staff/groups/thursday").text
    assert "Thursday evening" in page
    assert f"/staff/live/{tonight}" not in page
    assert eli.opens(f"/staff/live/{tonight}").status_code == 403
    assert f"/staff/live/{tonight}" not in eli.opens("/staff/").text
    okoye.sends("/staff/groups/thursday/unshare", staff="eli")
    assert eli.opens("/staff/groups/thursday").status_code == 403


def test_a_colleague_whose_role_does_not_fit_is_not_shared_with(account: Account, okoye: Browser) -> None:
    account("eli", "Eli", "author")

    for how in ("supervisor", "co_facilitator"):
        told = okoye.sends("/staff/groups/thursday/share", staff="eli", **{"as": how})
        assert told.status_code == 400
        assert "does not do that here" in told.text
