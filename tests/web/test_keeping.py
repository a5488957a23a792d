"""What becomes of a record: confirmed, held, printed, and what is held about one person. Real files are searched."""

import pytest
from sqlalchemy import select

from facilitator.conducting.remembering import remember
from facilitator.house import House
from facilitator.live_session import commands as c
from facilitator.people import seats
from facilitator.records.byte_search import files_of, remains, slices
from facilitator.storage import answers, audit_log, keeping, live_sessions, living_states, sealed_answers
from facilitator.storage import tables as t
from tests.web.conftest import NOTICE, Browser, Tap


@pytest.fixture
def ana(house: House, record: str, tonight: str) -> str:
    """Ana's seat, after the evening."""
    with house.store.reading() as conn:
        (seat,) = seats.of_live_session(conn, tonight)
    return seat.id


@pytest.fixture
def without_notice(house: House) -> None:
    object.__setattr__(house.config, "part2_notice", "")


def looks(house: House, column: str) -> set[bytes]:
    """What the values of an encrypted column look like on the disk."""
    table, _, name = column.partition(".")
    with house.store.reading() as conn:
        values = conn.execute(select(t.metadata.tables[table].c[name])).scalars().all()
    return {piece for value in values for piece in slices(value)}


def on_disk(house: House, wanted: set[bytes]) -> bool:
    return bool(remains(files_of(house.store.data, None), wanted))


def test_confirming_lets_go_of_what_the_group_answered(
    okoye: Browser,
    record: str,
    house: House,
    tonight: str,
) -> None:
    house.writer.wait(
        lambda conn: sealed_answers.add(conn, tonight, "r9", "w1", [("random", {"text": "tired"})], frame_bytes=4608)
    )
    sealed = looks(house, "sealed_answers.body")
    assert on_disk(house, sealed)
    assert "Confirm summary" in okoye.opens(record).text

    assert okoye.sends(f"{record}/confirm").location == record

    page = okoye.opens(record).text
    assert "was confirmed on" in page
    assert "Confirm summary" not in page
    assert "</span> 7</dd>" in page, "what was said with a name stays for its own time"
    assert not on_disk(house, sealed)
    with house.store.reading() as conn:
        assert sealed_answers.of_run(conn, tonight, "r9") == []


def test_unless_it_is_kept_on_purpose(okoye: Browser, record: str, house: House, tonight: str) -> None:
    house.writer.wait(
        lambda conn: sealed_answers.add(conn, tonight, "r9", "w1", [("random", {"text": "tired"})], frame_bytes=4608)
    )

    okoye.sends(f"{record}/confirm", keep="yes")

    assert "is kept on purpose" in okoye.opens(record).text
    with house.store.reading() as conn:
        assert len(sealed_answers.of_run(conn, tonight, "r9")) == 1


def test_a_session_on_hold_cannot_be_deleted_or_erased(
    okoye: Browser,
    record: str,
    house: House,
    tonight: str,
    ana: str,
) -> None:
    okoye.sends(f"{record}/hold")
    assert "legal hold" in okoye.opens(record).text

    for address in (f"{record}/delete", f"{record}/people/{ana}/erase"):
        refused = okoye.sends(address, sure="yes")
        assert refused.status_code == 400
        assert "Lift the hold first" in refused.text
    okoye.sends(f"{record}/confirm")

    with house.store.reading() as conn:
        assert live_sessions.find(conn, tonight) is not None
        assert keeping.confirmed(conn, tonight) is not None
    okoye.sends(f"{record}/lift")
    assert okoye.sends(f"{record}/delete", sure="yes").location == "/staff/"


@pytest.mark.usefixtures("without_notice")
def test_nothing_with_a_name_leaves_until_the_programme_has_set_its_notice(
    okoye: Browser,
    record: str,
    house: House,
    ana: str,
) -> None:
    for address in (f"{record}.json", f"{record}/print", f"{record}/people/{ana}.json"):
        refused = okoye.opens(address)
        assert refused.status_code == 400, address
        assert "FACILITATOR_PART2_NOTICE" in refused.text
        assert "Ana" not in refused.text
    page = okoye.opens(record).text
    assert "Ana" in page
    assert "FACILITATOR_PART2_NOTICE" in page
    assert f"{record}/print" not in page
    with house.store.reading() as conn:
        assert not audit_log.read(conn, audit_log.Wanted(action="record_exported"))


def test_what_leaves_carries_the_notice(okoye: Browser, record: str, ana: str) -> None:
    assert okoye.opens(f"{record}.json").json["notice"] == NOTICE
    assert okoye.opens(f"{record}/people/{ana}.json").json["notice"] == NOTICE
    assert okoye.opens(f"{record}/print").text.count(NOTICE) == 2


@pytest.mark.usefixtures("without_notice")
def test_a_demo_says_that_it_is_one(okoye: Browser, record: str, house: House) -> None:
    house.demo = True

    assert "nobody's record" in okoye.opens(f"{record}.json").json["notice"]


def test_everything_held_about_a_person_can_be_saved(
    okoye: Browser,
    record: str,
    ana: str,
    tonight: str,
    house: House,
) -> None:
    assert f"{record}/people/{ana}" in okoye.opens(record).text

    with house.store.reading() as conn:
        run = next(iter(remember(conn, tonight, house.opening.surroundings).state.runs.values()))
    house.writer.wait(lambda conn: living_states.keep(conn, tonight, run.id, 1, {"names": {ana: "Ana", "ben": "Ben"}}))

    told = okoye.opens(f"{record}/people/{ana}.json").json

    assert (told["name"], told["group"], told["live_session"]) == ("Ana", "Thursday evening", tonight)
    assert [line["said"] for line in told["said"][0]["answers"][0]["lines"] if "urge" in line["asked"]] == ["7"]
    assert {"SeatAdmitted", "AgreementAccepted", "MinutesConfirmed"} <= {each["what"] for each in told["happened"]}
    assert told["made_together"] == [{"kind": run.kind, "where": "names", "what": "Ana"}]
    assert "sister" not in str(told), "a jotting is nobody's to hand out"
    again = okoye.opens(f"{record}/people/{ana}.json").json
    assert [(each["what"], each["by"]) for each in again["looked_at"]] == [("person_exported", "Dr. Okoye")]


def test_a_person_can_be_erased_and_the_rest_stays(
    okoye: Browser,
    record: str,
    house: House,
    ana: str,
    tonight: str,
) -> None:
    together = {"new": [ana], "names": {ana: "Ana", "ben": "Ben"}, "on_wall": [ana, "ben"], "pairs": [[ana, "ben"]]}
    house.writer.wait(lambda conn: living_states.keep(conn, tonight, "r9", 3, together))
    with house.store.reading() as conn:
        name = {bytes(row.name)[5:29] for row in conn.execute(select(t.names).where(t.names.c.owner == f"seat:{ana}"))}
    said = looks(house, "answers.body") | looks(house, "living_states.state") | name
    assert on_disk(house, said)
    asked = okoye.sends(f"{record}/people/{ana}/erase")
    assert asked.status_code == 400
    assert "Tick the box first" in asked.text

    done = okoye.sends(f"{record}/people/{ana}/erase", sure="yes")

    assert "Erased" in okoye.opens(done.location).text
    assert not on_disk(house, said)
    page = okoye.opens(record).text
    assert "Ana" not in page
    assert "Name forgotten" in page
    assert "by QR code" in page
    with house.store.reading() as conn:
        assert answers.of_live_session(conn, tonight) == []
        left = {"new": [], "names": {"ben": "Ben"}, "on_wall": ["ben"], "pairs": [["ben"]]}
        assert living_states.find(conn, tonight, "r9") == (3, left)
        assert [entry.action for entry in audit_log.about(conn, f"seat:{ana}")] == ["person_erased"]


def test_somebody_of_another_group_learns_nothing(okoye: Browser, mallory: Browser, record: str, ana: str) -> None:
    for address in ("/print", f"/people/{ana}", f"/people/{ana}.json"):
        assert mallory.opens(record + address).status_code == 403
    for address in ("/confirm", "/hold", "/lift", f"/people/{ana}/erase"):
        assert mallory.sends(record + address, sure="yes").status_code == 403
    assert okoye.opens(f"{record}/people/somebody-else").status_code == 404


def test_a_session_that_goes_on_has_no_record_yet(okoye: Browser, tonight: str, tap: Tap, house: House) -> None:
    tap(c.AddSeat("Ben"))
    (seat,) = house.conductor.rooms[tonight].state.seats

    for address in (f"/people/{seat}", f"/people/{seat}.json", "/print"):
        assert okoye.opens(f"/staff/record/{tonight}{address}").status_code == 400
    for address in (f"/people/{seat}/erase", "/confirm"):
        assert okoye.sends(f"/staff/record/{tonight}{address}", sure="yes").status_code == 400


@pytest.mark.parametrize("page", ["", ".json", "/print", "/jotting"])
def test_a_look_that_cannot_be_written_down_shows_nothing(
    okoye: Browser,
    record: str,
    page: str,
    house: House,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_room(*_: object, **__: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(audit_log, "append", no_room)

    told = okoye.opens(record + page)

    assert told.status_code == 500
    assert "Ana" not in told.text
