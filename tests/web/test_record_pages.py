"""The record of an evening as staff read it, print it, save it, and delete it."""

from facilitator.house import House
from facilitator.storage import jottings, live_sessions
from tests.web.conftest import Browser


def test_it_tells_who_was_there_what_ran_and_what_was_said(okoye: Browser, record: str) -> None:
    page = okoye.opens(record).text

    for told in ("Thursday evening", "Dr. Okoye", "Ana", "by QR code", "Check-in", "</span> 7</dd>"):
        assert told in page, told


def test_a_jotting_is_for_its_writer_alone_and_apart_from_the_record(
    okoye: Browser, mallory: Browser, record: str
) -> None:
    okoye.sends("/staff/groups/thursday/share", staff="mallory")

    assert "sister" in okoye.opens(f"{record}/jotting").text
    assert mallory.opens(f"{record}/jotting").status_code == 200
    for browser, address in (
        (mallory, f"{record}/jotting"),
        (mallory, record),
        (okoye, record),
        (okoye, f"{record}.json"),
    ):
        assert "sister" not in browser.opens(address).text


def test_it_can_be_saved_as_json(okoye: Browser, record: str) -> None:
    told = okoye.opens(f"{record}.json")

    assert "attachment" in told.headers["Content-Disposition"]
    assert "Ana" not in told.headers["Content-Disposition"]
    assert told.json["people"][0]["name"] == "Ana"
    lines = told.json["said"][0]["answers"][0]["lines"]
    assert [line["said"] for line in lines if "urge" in line["asked"]] == ["7"]


def test_the_tablets_page_leads_to_the_record_after_the_end(okoye: Browser, record: str, tonight: str) -> None:
    assert okoye.opens(f"/staff/live/{tonight}").location == record
    assert record in okoye.opens("/staff/").text


def test_deleting_says_what_it_means_and_wants_to_be_sure(
    okoye: Browser, record: str, house: House, tonight: str
) -> None:
    page = okoye.opens(f"{record}/delete").text
    assert "backups" in page
    assert "for good" in page

    refused = okoye.sends(f"{record}/delete")

    assert refused.status_code == 400
    assert "Tick the box first" in refused.text
    with house.store.reading() as conn:
        assert live_sessions.find(conn, tonight) is not None


def test_what_was_deleted_is_gone(okoye: Browser, record: str, house: House, tonight: str) -> None:
    assert okoye.sends(f"{record}/delete", sure="yes").location == "/staff/"

    assert okoye.opens(record).status_code == 404
    with house.store.reading() as conn:
        assert live_sessions.find(conn, tonight) is None
        assert jottings.find(conn, tonight, "okoye") == ""
