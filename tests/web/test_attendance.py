"""Attendance of a group as a file: who may have it, what stands in it, and under which notice."""

import csv
import io
from collections.abc import Callable

import pytest

from facilitator.house import House
from facilitator.people import groups, seats
from facilitator.records.spreadsheet import BYTE_ORDER
from facilitator.storage import audit_log
from tests.web.conftest import NOTICE, Browser, signed_in

FILE = "/staff/groups/thursday/attendance.csv"


def lines(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER))))


def test_it_holds_the_notice_and_a_line_for_each_person_of_each_session(okoye: Browser, record: str) -> None:
    assert FILE in okoye.opens("/staff/groups/thursday").text
    came = okoye.opens(FILE)
    notice, contains, head, *people = lines(came.text)

    assert came.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert came.headers["Content-Disposition"] == 'attachment; filename="attendance.csv"'
    assert came.headers["Cache-Control"] == "no-store"
    assert (notice, contains[0][:5]) == ([NOTICE], "Names")
    assert head[3:5] == ["Name", "Minutes"]
    assert [(line[3], line[-1]) for line in people] == [("Ana", "yes")]
    assert "craving" not in came.text


def test_each_session_in_it_counts_as_exported(okoye: Browser, record: str, house: House, tonight: str) -> None:
    okoye.opens(FILE)

    with house.store.reading() as conn:
        (entry,) = audit_log.read(conn, audit_log.Wanted(action="record_exported"))
    assert (entry.actor, entry.subject) == ("staff:okoye", f"live_session:{tonight}")


def test_without_the_programmes_notice_nothing_leaves(okoye: Browser, record: str, house: House) -> None:
    object.__setattr__(house.config, "part2_notice", "")

    assert "FACILITATOR_PART2_NOTICE" in okoye.opens("/staff/groups/thursday").text
    told = okoye.opens(FILE)
    assert told.status_code == 400
    assert "Ana" not in told.text


def test_a_hostile_name_is_no_formula(okoye: Browser, record: str, house: House, tonight: str) -> None:
    with house.store.reading() as conn:
        (seat,) = seats.of_live_session(conn, tonight)
    house.writer.wait(lambda conn: seats.rename(conn, seat.id, '=HYPERLINK("//evil.example")'))

    assert lines(okoye.opens(FILE).text)[3][3] == '\'=HYPERLINK("//evil.example")'


@pytest.mark.parametrize(("role", "how", "status"), [("supervisor", groups.supervise, 200), ("operator", None, 403)])
def test_a_supervisor_of_the_group_may_have_it_and_an_operator_not(
    account: Callable[..., None],
    browser: Callable[[], Browser],
    record: str,
    house: House,
    role: str,
    how: Callable[..., None] | None,
    status: int,
) -> None:
    account("dee", "Dee", role)
    if how is not None:
        house.writer.wait(lambda conn: how(conn, "thursday", "dee"))

    assert signed_in(browser(), "dee").opens(FILE).status_code == status
