"""A group handed over or deleted by its owner, an account deleted by an operator: what goes, what stays."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from facilitator.house import House
from facilitator.people import groups, staff
from facilitator.records.byte_search import files_of, remains, slices
from facilitator.storage import agendas, audit_log, jottings, keeping, live_sessions
from facilitator.storage import tables as t
from facilitator.storage.agendas import Agenda, AgendaBlock
from tests.web.conftest import Browser, signed_in

Account = Callable[..., None]
DELETE_THURSDAY = "/staff/groups/thursday/delete"


@pytest.fixture
def dee(account: Account, browser: Callable[[], Browser]) -> Browser:
    account("dee", "Dee", "facilitator")
    return signed_in(browser(), "dee")


def every_locked_value(house: House) -> set[bytes]:
    """What all encrypted values look like on the disk, but for those of accounts."""
    with house.store.reading() as conn:
        names = conn.execute(select(t.names).where(t.names.c.owner.not_like("s%:okoye"))).all()
        values = [row.name for row in names]
        for column in (t.answers.c.body, t.jottings.c.body, t.agendas.c.name):
            values += [value for value in conn.execute(select(column)).scalars() if value is not None]
    return {piece for value in values for piece in slices(value)}


def on_disk(house: House, wanted: set[bytes]) -> bool:
    return bool(remains(files_of(house.store.data, None), wanted))


def owner_of(house: House, group: str = "thursday") -> str:
    with house.store.reading() as conn:
        found = groups.find(conn, group)
    return found.owner if found else ""


def plan(house: House, name: str, owner: str, group: str | None) -> None:
    made = Agenda(name, owner, group, "A plan of mine", group is None, (AgendaBlock("b1", "a/b"),), 1)
    house.writer.wait(lambda conn: agendas.keep(conn, made))


def deeds(house: House) -> list[str]:
    with house.store.reading() as conn:
        return [entry.action for entry in audit_log.read(conn, audit_log.Wanted())]


# --- a group ---------------------------------------------------------------------------------------------------


def test_a_group_goes_with_everything_of_it_and_the_files_hold_none_of_it(
    okoye: Browser, record: str, house: House, tonight: str
) -> None:
    plan(house, "a-plan", "okoye", "thursday")
    canaries = every_locked_value(house)
    assert on_disk(house, canaries)
    assert "its one session" in okoye.opens(DELETE_THURSDAY).text

    assert okoye.sends(DELETE_THURSDAY, sure="yes").location == "/staff/"

    with house.store.reading() as conn:
        assert groups.find(conn, "thursday") is None
        assert live_sessions.find(conn, tonight) is None
        assert agendas.find(conn, "a-plan") is None
    assert not on_disk(house, canaries)
    assert deeds(house)[:2] == ["group_deleted", "session_deleted"]
    assert "a group that is gone" in okoye.opens("/staff/audit").text


def test_a_group_stays_until_the_box_is_ticked(okoye: Browser, house: House) -> None:
    told = okoye.sends(DELETE_THURSDAY)

    assert told.status_code == 400
    assert "Tick the box first" in told.text
    assert owner_of(house) == "okoye"


def test_a_group_with_a_session_on_legal_hold_stays_and_it_is_said_why(
    okoye: Browser, record: str, house: House, tonight: str
) -> None:
    house.writer.wait(lambda conn: keeping.hold(conn, tonight, by="okoye", at=1))

    told = okoye.sends(DELETE_THURSDAY, sure="yes")

    assert told.status_code == 400
    assert "on legal hold" in told.text
    assert owner_of(house) == "okoye"
    assert "group_deleted" not in deeds(house)


def test_a_group_with_an_open_session_stays(okoye: Browser, tonight: str, house: House) -> None:
    told = okoye.sends(DELETE_THURSDAY, sure="yes")

    assert "End it first" in told.text
    assert owner_of(house) == "okoye"


def test_a_group_is_handed_over_with_its_plans_and_its_giver_leads_it_on(
    okoye: Browser, dee: Browser, house: House
) -> None:
    plan(house, "a-plan", "okoye", "thursday")
    assert dee.opens("/staff/groups/thursday").status_code == 403

    assert okoye.sends("/staff/groups/thursday/hand-over", to="dee").location == "/staff/groups/thursday"

    assert owner_of(house) == "dee"
    assert dee.opens(DELETE_THURSDAY).status_code == 200
    assert okoye.opens("/staff/groups/thursday").status_code == 200
    assert okoye.opens(DELETE_THURSDAY).status_code == 403
    with house.store.reading() as conn:
        handed = agendas.find(conn, "a-plan")
    assert handed is not None
    assert handed.owner == "dee"
    assert "group_handed_over" in deeds(house)


@pytest.mark.parametrize("to", ["okoye", "ben", "closed", "nobody", ""])
def test_only_another_facilitator_can_own_a_group(okoye: Browser, account: Account, house: House, to: str) -> None:
    account("ben", "Ben", "co_facilitator")
    account("closed", "Closed", "facilitator")
    house.writer.wait(lambda conn: staff.close(conn, "closed", at=1))

    told = okoye.sends("/staff/groups/thursday/hand-over", to=to)

    assert told.status_code == 400
    assert "Choose another facilitator" in told.text
    assert owner_of(house) == "okoye"


# --- an account ------------------------------------------------------------------------------------------------


def test_an_account_goes_with_its_names_and_what_was_private_and_the_record_stays(
    okoye: Browser, dee: Browser, house: House, record: str, tonight: str
) -> None:
    house.writer.wait(lambda conn: groups.share(conn, "thursday", "dee"))
    house.writer.wait(lambda conn: jottings.keep(conn, tonight, "dee", "A thought of Dee's.", at=1))
    plan(house, "template", "dee", None)
    plan(house, "for-the-group", "dee", "thursday")
    with house.store.reading() as conn:
        names = conn.execute(select(t.names.c.name).where(t.names.c.owner.in_(("staff:dee", "sign_in:dee")))).scalars()
        noted = conn.execute(select(t.jottings.c.body).where(t.jottings.c.staff == "dee")).scalars()
        canaries = {piece for value in (*names, *noted) for piece in slices(value)}
    assert on_disk(house, canaries)

    assert okoye.sends("/staff/people/dee/delete", sure="yes").location == "/staff/people"

    assert not on_disk(house, canaries)
    assert dee.opens("/staff/").status_code == 303
    with house.store.reading() as conn:
        assert staff.find(conn, "dee") is None
        assert agendas.find(conn, "template") is None
        kept = agendas.find(conn, "for-the-group")
        assert live_sessions.find(conn, tonight) is not None
    assert kept is not None
    assert kept.owner == "okoye"
    assert deeds(house)[0] == "account_deleted"
    assert "an account that is gone" in okoye.opens("/staff/audit").text


def test_whoever_owns_groups_goes_only_once_somebody_has_taken_over(
    okoye: Browser, dee: Browser, account: Account, house: House
) -> None:
    account("ben", "Ben", "facilitator")
    house.writer.wait(lambda conn: groups.add(conn, "friday", owner="dee", name="Friday morning", at=1))
    told = okoye.sends("/staff/people/dee/delete", sure="yes")
    assert "Hand these over first" in told.text
    assert "Friday morning" not in told.text, "an operator keeps accounts and need not know what groups are called"

    assert okoye.sends("/staff/people/dee/hand-over", to="okoye").status_code == 400, "nobody hands it to themselves"
    okoye.sends("/staff/people/dee/hand-over", to="ben")
    okoye.sends("/staff/people/dee/delete", sure="yes")

    assert owner_of(house, "friday") == "ben"
    with house.store.reading() as conn:
        assert staff.find(conn, "dee") is None


def test_a_clinic_is_never_left_without_an_operator(okoye: Browser, account: Account, house: House) -> None:
    told = okoye.sends("/staff/people/okoye/delete", sure="yes")
    assert "Nobody deletes their own account" in told.text
    account("ben", "Ben", "operator")
    house.writer.wait(lambda conn: staff.close(conn, "ben", at=1))

    with pytest.raises(Exception, match="last operator"):
        house.writer.wait(lambda conn: staff.remove(conn, "okoye"))
    with house.store.reading() as conn:
        assert staff.find(conn, "okoye") is not None


def test_an_account_whose_jottings_are_on_legal_hold_can_only_be_closed(
    okoye: Browser, dee: Browser, house: House, record: str, tonight: str
) -> None:
    house.writer.wait(lambda conn: jottings.keep(conn, tonight, "dee", "A thought of Dee's.", at=1))
    house.writer.wait(lambda conn: keeping.hold(conn, tonight, by="okoye", at=1))

    told = okoye.sends("/staff/people/dee/delete", sure="yes")

    assert "Close the account instead" in told.text
    assert dee.opens("/staff/").status_code == 200
