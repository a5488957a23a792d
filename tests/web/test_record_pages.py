"""The record of an evening as staff read it, print it, save it, and delete it."""

from collections.abc import Callable

import pytest

from facilitator.conducting.answering import Say
from facilitator.house import House
from facilitator.live_session import commands as c
from facilitator.storage import jottings, live_sessions
from tests.web.conftest import Browser

Tap = Callable[[object], None]


@pytest.fixture
def record(okoye: Browser, browser: Callable[[], Browser], house: House, tonight: str, tap: Tap, secret: str) -> str:
    """The address of the record of an evening that Ana came to, answered in, and that is over."""
    ana = browser()
    ana.sends("/join", secret=secret, name="Ana", language="en")
    ana.sends("/group/agreement", version="1")
    room = house.conductor.rooms[tonight]
    seat = next(iter(room.state.seats))
    tap(c.ConfirmMinutes(seat, "in"))
    tap(c.Begin())
    named = next(f"b1/{step.key}" for step in room.state.blocks[0].steps if step.promise == "named")
    if room.state.step != named:
        tap(c.GoToStep(room.state.step or "", named))
    say(house, tonight, seat, {"values": {"craving": 7}})
    house.writer.wait(lambda conn: jottings.keep(conn, tonight, "okoye", "Call Ana's sister.", at=1))
    tap(c.EndSession())
    house.conductor.clock = lambda: house.clock() + 120_000
    while tonight in house.conductor.rooms:
        house.conductor.tick()
    return f"/staff/record/{tonight}"


def say(house: House, tonight: str, seat: str, answer: dict[str, object]) -> None:
    told = house.hub.waiter()
    room = house.conductor.rooms[tonight]
    run = room.state.run_of_step(room.state.step)
    assert run is not None
    house.answering.say(room, seat, Say(run.id, "answer", 1, answer), told.put)
    assert told.get() is None


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
