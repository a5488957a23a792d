"""A picture goes out of the record when somebody asks for it, long after the room is gone. Real files are searched."""

from dataclasses import dataclass
from typing import Any

import pytest

from facilitator.house import House
from facilitator.live_session import commands as c
from facilitator.records.byte_search import files_of, remains, slices
from facilitator.storage import answers, audit_log, live_sessions, texts
from tests.web.conftest import Browser, say

TWO_SIDES = "iop-foundations/29-inside-and-outside"
OUTSIDE = {"marks": [{"ink": "teal", "pen": "fine", "line": [1, 2, 3, 4, 5, 6]}], "words": "The brave face"}
INSIDE = {"marks": [], "words": "A small boat"}


@dataclass(frozen=True)
class Drew:
    """Ana drew two sides and let both into the record; the evening is over."""

    record: str
    run: str
    seat: str

    def address(self, part: str) -> str:
        return f"{self.record}/people/{self.seat}/pictures/{self.run}/{part}"


@pytest.fixture
def ana(okoye: Browser, browser: Any, house: House) -> Drew:
    live_session = house.opening.open_session(group="thursday", blocks=[(TWO_SIDES, None)], by="okoye")
    room = house.conductor.rooms[live_session]
    phone = browser()
    phone.sends("/join", secret=room.facts.join["url"].partition("#s=")[2], name="Ana", language="en")
    phone.sends("/group/agreement", version="1")
    seat = next(iter(room.state.seats))

    def tap(command: c.Command, by: str = "staff:okoye") -> None:
        house.conductor.ask_and_wait(live_session, command, by)

    tap(c.Begin())
    step = next(f"b1/{each.key}" for each in room.state.blocks[0].steps if each.kind == "two_sides")
    if room.state.step != step:
        tap(c.GoToStep(room.state.step or "", step))
    say(house, live_session, seat, {"outside": OUTSIDE, "inside": INSIDE})
    run = room.state.run_of_step(step)
    assert run is not None
    for part in ("outside.words", "inside.words"):
        tap(c.StepPiece(run.id, part, "record", seat), f"seat:{seat}")
    tap(c.ShowResponse(f"{run.id}.{seat}.1.outside.words", text="A face for others"))
    tap(c.ShowResponse(f"{run.id}.{seat}.1.inside.words", text="A boat"))
    tap(c.EndSession())
    house.conductor.clock = lambda: house.clock() + 120_000
    while live_session in house.conductor.rooms:
        house.conductor.tick()
    return Drew(f"/staff/record/{live_session}", run.id, seat)


def on_disk(house: House, wanted: set[bytes]) -> bool:
    return bool(remains(files_of(house.store.data, None), wanted))


def test_it_goes_from_the_page_the_paper_the_file_and_the_disk(okoye: Browser, house: House, ana: Drew) -> None:
    with house.store.reading() as conn:
        bodies = conn.exec_driver_sql("SELECT body FROM answers WHERE body IS NOT NULL").scalars().all()
    before = {piece for body in bodies for piece in slices(body)}
    assert on_disk(house, before)
    page = okoye.opens(ana.record).text
    assert "The brave face" in page
    assert ana.address("outside.words") in page
    asked = okoye.opens(ana.address("outside.words")).text
    assert "The brave face" in asked
    assert "need not say why" in asked

    assert okoye.sends(ana.address("outside.words"), sure="yes").location == ana.record

    for address in (ana.record, f"{ana.record}/print", f"{ana.record}.json", f"{ana.record}/people/{ana.seat}.json"):
        told = okoye.opens(address).text
        assert "brave" not in told, address
        assert "A small boat" in told, "the other side stays where its maker put it"
    assert not on_disk(house, before)
    with house.store.reading() as conn:
        (entry,) = audit_log.read(conn, audit_log.Wanted(action="picture_taken_out"))
    assert (entry.actor, entry.subject) == ("staff:okoye", f"seat:{ana.seat}")


def test_the_last_one_leaves_no_answer_behind(okoye: Browser, house: House, ana: Drew) -> None:
    for part in ("outside.words", "inside.words"):
        okoye.sends(ana.address(part), sure="yes")

    assert "Nothing was asked with a name" in okoye.opens(ana.record).text
    with house.store.reading() as conn:
        found = answers.find(conn, ana.record.rpartition("/")[2], ana.run, ana.seat)
        assert found is not None
        assert (found.did, found.answer) == ("withdraw", None)
        assert live_sessions.find(conn, ana.record.rpartition("/")[2]) is not None


def test_it_is_asked_twice_and_done_once(okoye: Browser, ana: Drew) -> None:
    refused = okoye.sends(ana.address("outside.words"))
    assert refused.status_code == 400
    assert "Tick the box first" in refused.text
    assert "The brave face" in okoye.opens(ana.record).text

    okoye.sends(ana.address("outside.words"), sure="yes")
    again = okoye.sends(ana.address("outside.words"), sure="yes")
    assert again.status_code == 400
    assert "not in the record any more" in again.text


def test_on_legal_hold_it_stays(okoye: Browser, ana: Drew) -> None:
    okoye.sends(f"{ana.record}/hold")

    assert "legal hold" in okoye.opens(ana.address("outside.words")).text
    assert okoye.sends(ana.address("outside.words"), sure="yes").status_code == 400
    assert "The brave face" in okoye.opens(ana.record).text


def test_what_is_no_picture_of_the_record_cannot_be_asked_for(okoye: Browser, mallory: Browser, ana: Drew) -> None:
    assert okoye.opens(ana.address("nothing")).status_code == 400
    assert okoye.opens(ana.address("outside.words").replace(ana.run, "r99")).status_code == 400
    assert mallory.opens(ana.address("outside.words")).status_code == 403


def test_words_that_staff_edited_for_the_wall_go_with_it(okoye: Browser, house: House, ana: Drew) -> None:
    live_session = ana.record.rpartition("/")[2]
    with house.store.reading() as conn:
        assert set(texts.of_live_session(conn, live_session).values()) == {"A face for others", "A boat"}

    okoye.sends(ana.address("outside.words"), sure="yes")

    with house.store.reading() as conn:
        assert set(texts.of_live_session(conn, live_session).values()) == {"A boat"}
