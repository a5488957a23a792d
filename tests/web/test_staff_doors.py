"""What lies behind the doors for staff that `tests/test_authority_matrix.py` cannot see: what a share gives and takes,
what is not there, what is not over yet."""

from collections.abc import Callable

import pytest

from facilitator.house import House
from facilitator.live_session.commands import Begin, EndSession
from facilitator.storage import agendas, live_sessions
from facilitator.storage.agendas import Agenda
from tests.web.conftest import Browser


@pytest.fixture
def things(house: House, tonight: str) -> dict[str, str]:
    """Something of Dr. Okoye's for each kind of address."""
    plan = Agenda("plan1", "okoye", "thursday", "Thursday", False, (), 1)
    house.writer.wait(lambda conn: agendas.keep(conn, plan))
    return {"live_session": tonight, "group": "thursday", "agenda": "plan1"}


def test_a_plan_for_somebody_elses_group_is_not_made(mallory: Browser, okoye: Browser, house: House) -> None:
    assert mallory.sends("/staff/agendas", group="thursday").status_code == 403


def test_a_colleague_with_whom_the_group_is_shared_leads_it_but_does_not_own_it(
    okoye: Browser, mallory: Browser, things: dict[str, str], tonight: str
) -> None:
    okoye.sends("/staff/groups/thursday/share", staff="mallory")

    assert mallory.opens(f"/staff/live/{tonight}").status_code == 200
    assert mallory.opens("/staff/agendas/plan1").status_code == 200
    assert mallory.opens("/staff/groups/thursday").status_code == 200
    assert mallory.sends("/staff/groups/thursday/rename", name="Mine").status_code == 403
    assert mallory.sends(f"/staff/record/{tonight}/delete", sure="yes").status_code == 403
    assert mallory.sends("/staff/agendas/plan1/delete").status_code == 403

    okoye.sends("/staff/groups/thursday/unshare", staff="mallory")
    assert mallory.opens(f"/staff/live/{tonight}").status_code == 403


def test_what_does_not_exist_is_said_to_be_not_here(okoye: Browser) -> None:
    for address in ("/staff/live/x", "/staff/record/x", "/staff/groups/x", "/staff/agendas/x", "/staff/library/x/y"):
        assert okoye.opens(address).status_code == 404, address


def test_a_session_that_is_going_on_has_no_record_yet(
    okoye: Browser, house: House, tonight: str, tap: Callable[[object], None]
) -> None:
    tap(Begin())
    tap(EndSession())

    assert okoye.opens(f"/staff/record/{tonight}").location == f"/staff/live/{tonight}"
    assert okoye.opens(f"/staff/record/{tonight}.json").status_code == 400
    assert okoye.sends(f"/staff/record/{tonight}/delete", sure="yes").status_code == 400
    with house.store.reading() as conn:
        assert live_sessions.find(conn, tonight) is not None
