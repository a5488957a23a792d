"""Every door for staff, one by one: nobody who is not signed in gets through, and nobody gets at what is another's.

The doors are asked of the app itself, so that a new one is tested the day it is built.
"""

from collections.abc import Callable

import pytest
from werkzeug.routing import Rule

from facilitator.app import Server
from facilitator.house import House
from facilitator.live_session.commands import Begin, EndSession
from facilitator.storage import agendas, live_sessions
from facilitator.storage.agendas import Agenda
from tests.web.conftest import Browser

OPEN = {"sign_in.form", "sign_in.enter", "sign_in.leave", "sign_in.first", "sign_in.open_first", "sign_in.demo",
        "sign_in.second_form", "sign_in.second", "invited.form", "invited.open_account"}  # fmt: skip
"""Whoever stands before these is not signed in yet, or wants to be no longer; their tokens are tested elsewhere."""


def doors(server: Server) -> list[tuple[str, Rule]]:
    """(method, rule) of every staff page that is not open."""
    rules = [rule for rule in server.app.url_map.iter_rules() if rule.rule.startswith("/staff")]
    closed = [rule for rule in rules if rule.endpoint not in OPEN]
    return [(method, rule) for rule in closed for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})]


def knock(browser: Browser, method: str, address: str) -> tuple[int, str]:
    came = browser.client.open(address, method=method, headers={"Sec-Fetch-Site": "same-origin"}, json={})
    return came.status_code, came.location or ""


def address_of(server: Server, rule: Rule, things: dict[str, str]) -> str:
    adapter = server.app.url_map.bind("localhost")
    return adapter.build(rule.endpoint, {name: things[name] for name in rule.arguments}, method=min(rule.methods or {}))


@pytest.fixture
def things(house: House, tonight: str) -> dict[str, str]:
    """Something of Dr. Okoye's for each kind of address."""
    plan = Agenda("plan1", "okoye", "thursday", "Thursday", False, (), 1)
    house.writer.wait(lambda conn: agendas.keep(conn, plan))
    module = {"curriculum": "iop-foundations", "slug": "01-check-in"}
    return {"live_session": tonight, "group": "thursday", "agenda": "plan1", "member": "okoye", "device": "x", **module}


def test_there_are_doors_to_test(server: Server) -> None:
    assert len(doors(server)) > 25


def test_without_signing_in_every_door_is_closed(
    server: Server, browser: Callable[[], Browser], things: dict[str, str]
) -> None:
    nobody = browser()
    for method, rule in doors(server):
        status, onward = knock(nobody, method, address_of(server, rule, things))

        turned_away = status == 401 or (status == 303 and onward.startswith("/staff/sign-in"))
        assert turned_away, f"{method} {rule.rule}: {status} {onward}"


def test_what_is_dr_okoyes_is_closed_to_mallory(server: Server, mallory: Browser, things: dict[str, str]) -> None:
    owned = [(method, rule) for method, rule in doors(server) if rule.arguments & {"live_session", "group", "agenda"}]
    assert len(owned) > 15
    for method, rule in owned:
        status, _ = knock(mallory, method, address_of(server, rule, things))

        assert status == 403, f"{method} {rule.rule}: {status}"


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
