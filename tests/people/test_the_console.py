"""What only the server's console can mend: a lost password, a lost last operator. Never while a server runs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from facilitator.cli import cli
from facilitator.people import second_step, staff
from facilitator.people.sign_in import SignIns
from facilitator.storage import audit_log, lock, second_steps
from facilitator.storage.audit_log import Wanted
from facilitator.storage.database import Store

Call = Callable[..., Any]
NEW = "nine blue kettles"


@pytest.fixture
def types(store: Store, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.setenv("FACILITATOR_DATA", str(store.data))
    return lambda *words: CliRunner().invoke(cli, [*words, "--password", NEW])


@pytest.fixture
def locked_out(write: Call, okoye: str) -> str:
    """Dr. Okoye is the last operator; her phone is gone, and somebody has closed her account by hand."""

    def happens(conn: Any) -> None:
        staff.give_roles(conn, okoye, ["operator", "facilitator"])
        second_steps.begin(conn, okoye, "JBSWY3DPEHPK3PXP")
        second_steps.confirm(conn, okoye, at=1)
        conn.exec_driver_sql("UPDATE staff SET disabled_at = 1")
        conn.exec_driver_sql("DELETE FROM staff_roles WHERE role = 'operator'")

    write(happens)
    return okoye


def test_the_last_operator_comes_back_by_the_console(
    types: Callable[..., Result], locked_out: str, sign_ins: SignIns, read: Call
) -> None:
    done = types("recover-operator", "Okoye")

    assert done.exit_code == 0, done.output
    member = sign_ins.who(sign_ins.sign_in("okoye", NEW))
    assert member is not None
    assert member.roles == {"operator", "facilitator"}
    assert not member.has_second_step
    (entry,) = read(audit_log.read, Wanted(action="operator_recovered"))
    assert (entry.actor, entry.subject) == ("console", f"staff:{locked_out}")


def test_a_lost_password_leaves_roles_and_second_step_as_they_were(
    types: Callable[..., Result], okoye: str, write: Call, read: Call
) -> None:
    write(second_steps.begin, okoye, "JBSWY3DPEHPK3PXP")
    write(second_steps.confirm, okoye, at=1)
    assert types("reset-password", "okoye").exit_code == 0

    assert read(staff.find, okoye).roles == {"facilitator"}
    assert read(staff.find, okoye).has_second_step
    write(second_step.reset, okoye)
    assert not read(staff.find, okoye).has_second_step


@pytest.mark.parametrize("command", ["recover-operator", "reset-password"])
def test_the_console_does_nothing_while_a_server_runs(
    command: str, types: Callable[..., Result], okoye: str, store: Store, sign_ins: SignIns
) -> None:
    with lock.hold(Path(store.data)):
        told = types(command, "okoye")

    assert told.exit_code == 1
    assert "already running" in told.output
    assert sign_ins.sign_in("okoye", "seven green lamps")


@pytest.mark.parametrize("command", ["recover-operator", "reset-password"])
def test_a_name_that_nobody_has_is_said(command: str, types: Callable[..., Result], okoye: str) -> None:
    told = types(command, "mallory")

    assert told.exit_code == 1
    assert "Nobody signs in with this name" in told.output
