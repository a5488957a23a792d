"""The audit log as its readers see it: what was done is there, in words, and only as far as they may read."""

from collections.abc import Callable

import pytest

from facilitator.house import House
from facilitator.live_session import commands as c
from facilitator.people import groups, staff
from facilitator.records.auditing import WORDS
from facilitator.storage import audit_log
from facilitator.storage.audit_log import DEEDS, Wanted
from tests.web.conftest import PASSWORD, Browser, Tap, signed_in


def deeds(house: House) -> list[tuple[str, str]]:
    """(actor, action), oldest first."""
    with house.store.reading() as conn:
        return [(entry.actor, entry.action) for entry in reversed(audit_log.read(conn, Wanted(), most=1000))]


@pytest.fixture
def keeper(account: Callable[..., None], browser: Callable[[], Browser], house: House) -> Browser:
    """An operator: keeps the house, and sees nobody's record."""
    account("keeper", "The keeper")
    house.writer.wait(lambda conn: staff.give_roles(conn, "keeper", ["operator"]))
    return signed_in(browser(), "keeper")


@pytest.fixture
def lead(account: Callable[..., None], browser: Callable[[], Browser], house: House) -> Browser:
    """A supervisor of the group on Thursday evenings."""
    account("lead", "The lead")
    house.writer.wait(lambda conn: staff.give_roles(conn, "lead", ["supervisor"]))
    house.writer.wait(lambda conn: groups.supervise(conn, "thursday", "lead"))
    return signed_in(browser(), "lead")


def test_every_deed_has_its_words() -> None:
    assert set(WORDS) == set(DEEDS)
    assert len(set(WORDS.values())) == len(DEEDS)


def test_what_was_done_to_a_record_is_there(okoye: Browser, record: str, house: House) -> None:
    for page in ("", "/jotting", ".json", "/print"):
        okoye.opens(record + page)
    okoye.sends(f"{record}/confirm")
    okoye.sends(f"{record}/hold")
    okoye.sends(f"{record}/lift")
    okoye.sends(f"{record}/delete", sure="yes")

    told = [action for _, action in deeds(house)]

    assert told[:2] == ["log_begun", "signed_in"]
    assert told[-9:] == [
        "record_seen", "jotting_seen", "record_exported", "record_exported", "summary_confirmed", "responses_purged",
        "hold_set", "hold_lifted", "session_deleted",
    ]  # fmt: skip
    with house.store.reading() as conn:
        assert audit_log.verify(conn).problem is None


def test_signing_in_and_out_is_there_and_so_is_who_was_turned_away(
    okoye: Browser, browser: Callable[[], Browser], house: House
) -> None:
    browser().sends("/staff/sign-in", sign_in_name="okoye", password="not this one at all")
    for _ in range(3):
        browser().sends("/staff/sign-in", sign_in_name="nobody we know", password="not this one at all")
    okoye.sends("/staff/account/password", old=PASSWORD, new="another long sentence", again="another long sentence")
    okoye.sends("/staff/sign-out")

    assert deeds(house)[1:] == [
        ("staff:okoye", "signed_in"),
        ("nobody", "sign_in_refused"),
        ("nobody", "sign_in_refused"),
        ("staff:okoye", "password_changed"),
        ("staff:okoye", "signed_in"),
        ("staff:okoye", "signed_out"),
    ]


def test_seats_and_screens_are_there(okoye: Browser, house: House, tonight: str, tap: Tap) -> None:
    wall = house.pairing.wait("a ticket")
    tap(c.PairWall(wall.code))
    tap(c.UnpairWall(wall.id))
    tap(c.AddSeat("Ben"))
    (seat,) = house.conductor.rooms[tonight].state.seats
    tap(c.RemoveSeat(seat))
    tap(c.ReadmitSeat(seat))

    told = [action for _, action in deeds(house)]

    assert told[-4:] == ["wall_paired", "wall_unpaired", "seat_removed", "seat_readmitted"]


def test_the_log_holds_no_name_and_no_words(okoye: Browser, record: str, house: House) -> None:
    okoye.opens(record)
    with house.store.reading() as conn:
        rows = conn.exec_driver_sql("SELECT * FROM audit_entries").fetchall()

    for private in ("Ana", "Okoye", "Thursday", "sister", "craving"):
        assert not [row for row in rows if private in str(row)]


def test_an_owner_reads_it_in_words_and_filters_it(okoye: Browser, record: str, house: House) -> None:
    okoye.opens(record)
    okoye.opens(f"{record}.json")

    page = okoye.opens("/staff/audit").text
    assert "read the record" in page
    assert "Thursday evening" in page
    assert "was checked just now" in page
    only = okoye.opens("/staff/audit?what=record_exported").text
    assert "<td>saved or printed the record</td>" in only
    assert "<td>read the record</td>" not in only
    assert "no entry like this" in okoye.opens("/staff/audit?from=2001-01-01&to=2001-01-02").text
    assert "Choose a day" in okoye.opens("/staff/audit?from=yesterday").text
    assert deeds(house)[-1] == ("staff:okoye", "audit_seen")


def test_whoever_asks_for_what_is_not_theirs_is_written_down_once_and_its_owner_reads_it(
    okoye: Browser, mallory: Browser, record: str, house: House
) -> None:
    for page in ("", ".json", "/print", ""):
        assert mallory.opens(record + page).status_code == 403
    assert mallory.sends(f"{record}/hold").status_code == 403

    page = okoye.opens("/staff/audit?what=not_allowed").text
    assert [deed for deed in deeds(house) if deed[1] == "not_allowed"] == [("staff:mallory", "not_allowed")]
    assert page.count("<td>asked for what is not theirs, and was turned away</td>") == 1
    assert "Mallory" in page
    assert "Thursday evening" in page


def test_somebody_of_another_group_reads_nothing_of_it(okoye: Browser, mallory: Browser, record: str) -> None:
    okoye.opens(record)

    for asked in ("", "?group=thursday", "?who=staff:okoye"):
        assert "no entry like this" in mallory.opens(f"/staff/audit{asked}").text


def test_a_supervisor_reads_about_their_groups_and_an_operator_everything_without_participants_names(
    okoye: Browser, lead: Browser, keeper: Browser, house: House, tonight: str, tap: Tap
) -> None:
    tap(c.AddSeat("Ben"))
    (seat,) = house.conductor.rooms[tonight].state.seats
    tap(c.RemoveSeat(seat))

    assert "<td>Ben, Thursday evening</td>" in lead.opens("/staff/audit").text
    assert "<td>signed in</td>" not in lead.opens("/staff/audit").text
    told = keeper.opens("/staff/audit").text
    assert "<td>a participant, Thursday evening</td>" in told
    assert "Ben" not in told
    assert "<td>signed in</td>" in told


def test_a_log_that_was_touched_says_so(keeper: Browser, house: House) -> None:
    house.writer.wait(lambda conn: conn.exec_driver_sql("DROP TRIGGER audit_entries_never_change"))
    house.writer.wait(lambda conn: conn.exec_driver_sql("UPDATE audit_entries SET at = 1 WHERE number = 2"))

    assert "Entry 2 was changed." in keeper.opens("/staff/audit").text


def test_a_long_log_has_pages(keeper: Browser, house: House) -> None:
    def many(conn: object) -> None:
        for at in range(150):
            audit_log.append(conn, "backup_made", by="console", at=at)  # type: ignore[arg-type]

    house.writer.wait(many)

    first = keeper.opens("/staff/audit?what=backup_made").text
    older = first.partition('href="/staff/audit?')[2].partition('"')[0].replace("&amp;", "&")
    second = keeper.opens(
        "/staff/audit?"
        + first.partition("Older entries")[0].rpartition("/staff/audit?")[2].partition('"')[0].replace("&amp;", "&")
    ).text

    assert older
    assert first.count("<td>made a backup</td>") == 100
    assert second.count("<td>made a backup</td>") == 50
    assert "Older entries" not in second


@pytest.mark.parametrize("before", ["9" * 40, "-1", "٣", "1e3", ""])
def test_a_made_up_place_in_the_log_breaks_nothing(okoye: Browser, before: str) -> None:
    assert okoye.opens("/staff/audit", query_string={"before": before}).status_code == 200
