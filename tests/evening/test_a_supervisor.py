"""A supervisor reads the record, once there is one, and nothing of what a group says while it says it. Real sockets."""

import re
import urllib.error
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.evening.cast import Browser, Phone
from tests.evening.conftest import Evening, an_evening, signed_in
from tests.evening.later import ServerWithAClock
from tests.evening.test_who_comes_in import PASSWORD, Colleagues, gets_a_tablet

WORDS = ("lighthouse", "gravel", "umbrella", "thunder")
SILENT = ("Six", "Seven", "Eight", "Nine")


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    server = ServerWithAClock(tmp_path)
    server.start()
    with an_evening(server, signed_in(server)) as evening:
        yield evening
    server.stop()
    print(server.said)


def told(browser: Browser, address: str) -> str:
    """All that this address tells them, a refusal too."""
    try:
        return browser.get(address)
    except urllib.error.HTTPError as no:
        return str(no.read().decode())


def say_their_words(evening: Evening, phones: list[Phone]) -> None:
    evening.tablet.begin()
    evening.tablet.goes_to("/where-it-starts")
    for phone, word in zip(phones, WORDS, strict=False):
        phone.sees(lambda view: view["activity"] and view["activity"]["kind"] == "word_cloud")
        phone.answers({"words": [word]})


def test_a_supervisor_sees_the_record_and_never_what_is_still_on_its_way(evening: Evening) -> None:
    colleagues = Colleagues(evening)
    eli = colleagues.invite("eli", "supervisor")
    colleagues.share("eli", "supervisor")
    ana, *others = evening.phones("Ana", "Ben", "Chris", "Dee", *SILENT)
    say_their_words(evening, [ana, *others])
    waiting = evening.tablet.sees(lambda view: len(view["waiting"]) == len(WORDS))["waiting"]
    evening.tablet.ask("show_response", response=waiting[0]["id"])
    evening.tablet.ask("reveal")
    seats = [row["seat"] for row in evening.tablet.view["roster"]]
    record = f"/staff/record/{evening.live_session}"
    doors = ["", ".json", "/print", "/jotting", *(f"/people/{seat}{end}" for seat in seats for end in ("", ".json"))]
    places = [f"{record}{end}" for end in doors]
    places += [f"/staff/live/{evening.live_session}", f"/staff/groups/{colleagues.group}", "/staff/", "/staff/audit"]

    during = {place: told(eli, place) for place in places}
    assert gets_a_tablet(eli, evening.live_session) is None
    assert not [place for place, page in during.items() if re.search("|".join(WORDS), page)]

    evening.tablet.ask("end_session")
    evening.server.waits(minutes=2)  # type: ignore[attr-defined]
    assert "Session summary" in is_written(evening, record)
    page = eli.post("/staff/again", next=record, who_again=PASSWORD)
    assert "Session summary" in page
    assert "Ana" in page
    assert re.search("|".join(WORDS), page)


def is_written(evening: Evening, record: str) -> str:
    """The record, once the session is over."""
    evening.tablet.sees(lambda view: view["phase"] == "ended")
    return evening.staff.get(record)
