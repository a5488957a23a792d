"""What an operator keeps: who has an account and what they may do here, and the settings. Nobody's record."""

from collections.abc import Callable, Mapping
from typing import get_args

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from facilitator import config as configuration
from facilitator.errors import Refused
from facilitator.people import invitations, staff
from facilitator.people import second_step as steps
from facilitator.people.authority import Role
from facilitator.people.staff import StaffMember
from facilitator.storage import audit_log
from facilitator.storage.audit_log import Deed
from facilitator.web.here import house
from facilitator.web.refusals import status_of
from facilitator.web.staff_page import draw
from facilitator.web.who import me

people = Blueprint("people", __name__, url_prefix="/staff")

ROLES: dict[Role, tuple[str, str]] = {
    "facilitator": ("Facilitator", "Makes groups, leads them, and may share them."),
    "co_facilitator": ("Co-facilitator", "Leads groups that a facilitator shares with them."),
    "supervisor": ("Supervisor", "Reads the records of groups that are shared with them. Does not lead."),
    "author": ("Author", "Writes modules, and sees what in them needs mending."),
    "operator": ("Operator", "Keeps accounts and settings. Sees no one's record."),
}
"""Each role as people call it, and what it may do, in a sentence."""


@people.get("/people")
def show() -> ResponseReturnValue:
    return _everyone()


def _everyone(no: Refused | None = None, invitation: str | None = None) -> str:
    with house().store.reading() as conn:
        everyone = sorted(staff.everyone(conn), key=lambda one: (one.closed, one.name.casefold(), one.id))
    return draw("staff/people.html", title="People", no=no, everyone=everyone, roles=ROLES, invitation=invitation)


@people.get("/people/<member>")
def one(member: str) -> ResponseReturnValue:
    return _one(_member(member))


def _one(member: StaffMember, no: Refused | None = None) -> str:
    return draw("staff/person.html", title=member.name, no=no, one=member, roles=ROLES, is_me=member.id == me().id)


@people.post("/people/invite")
def invite() -> ResponseReturnValue:
    now, by, roles = house().clock(), me().id, _ticked()

    def job(conn: Connection) -> invitations.Invitation:
        made = invitations.make_link(conn, by, roles, at=now)
        audit_log.append(conn, "invited", by=f"staff:{by}", at=now)
        return made

    try:
        made = house().writer.wait(job)
    except Refused as no:
        return _everyone(no), status_of(no.why)
    way = f"{url_for('invited.form')}#{made.id}.{made.token}"
    return _everyone(invitation=house().opening.surroundings.address + way)


@people.post("/people/<member>/roles")
def change_roles(member: str) -> ResponseReturnValue:
    roles = _ticked()
    return _change(member, "roles_changed", lambda conn: staff.give_roles(conn, member, roles))


@people.post("/people/<member>/close")
def close(member: str) -> ResponseReturnValue:
    """Signs them out everywhere, and nobody signs in with it again until it is opened."""
    now = house().clock()
    return _change(member, "account_closed", lambda conn: staff.close(conn, member, at=now))


@people.post("/people/<member>/open")
def open_again(member: str) -> ResponseReturnValue:
    return _change(member, "account_opened", lambda conn: staff.open_again(conn, member))


@people.post("/people/<member>/second-step/reset")
def reset_second_step(member: str) -> ResponseReturnValue:
    """For a colleague who lost their phone and their codes."""
    return _change(member, "second_step_reset", lambda conn: steps.reset(conn, member))


@people.post("/people/<member>/sign-out")
def sign_out(member: str) -> ResponseReturnValue:
    """A colleague's lost tablet."""
    return _change(member, "signed_out_everywhere", lambda conn: staff.sign_out(conn, member))


@people.get("/settings")
def settings() -> ResponseReturnValue:
    """How this server is set up. Changing it is done where it runs."""
    config = house().config
    told = [(setting, _as_written(getattr(config, setting.name))) for setting in configuration.describe()]
    return draw("staff/settings.html", title="Settings", settings=told)


def _change(member: str, deed: Deed, change: Callable[[Connection], None]) -> ResponseReturnValue:
    """Do it, write it down, and cut off at once what may not stay."""
    found, now, by = _member(member), house().clock(), me().id

    def job(conn: Connection) -> None:
        change(conn)
        audit_log.append(conn, deed, by=f"staff:{by}", at=now, subject=f"staff:{member}")

    try:
        house().writer.wait(job)
    except Refused as no:
        return _one(found, no), status_of(no.why)
    house().sign_ins.look_again(member)
    return redirect(url_for("people.one", member=member), 303)


def _member(member: str) -> StaffMember:
    with house().store.reading() as conn:
        found = staff.find(conn, member)
    if found is None:
        raise Refused("not_found", "This person has no account here.")
    return found


def _ticked() -> list[Role]:
    return [role for role in get_args(Role) if role in request.form.getlist("role")]


def _as_written(value: object) -> str:
    match value:
        case None | "":
            return "—"
        case bool():
            return "yes" if value else "no"
        case Mapping() if "label" in value:
            return str(value["label"])
        case Mapping():
            return " · ".join(f"{key}: {_as_written(each)}" for key, each in value.items())
        case tuple():
            return ", ".join(map(_as_written, value))
    return str(value)
