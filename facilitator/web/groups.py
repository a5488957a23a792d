"""Groups: making one, naming it, and saying which colleagues may lead it too."""

from collections.abc import Callable
from functools import partial

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from facilitator.errors import Refused
from facilitator.people import groups as people_groups
from facilitator.people import staff
from facilitator.people.authority import Action
from facilitator.people.groups import Group
from facilitator.people.staff import StaffMember
from facilitator.people.subjects import about_group
from facilitator.storage import audit_log, live_sessions
from facilitator.storage.audit_log import Deed
from facilitator.web.here import house
from facilitator.web.staff_page import draw
from facilitator.web.typed import a_name
from facilitator.web.who import must

groups = Blueprint("groups", __name__, url_prefix="/staff/groups")


@groups.post("")
def make() -> ResponseReturnValue:
    member, here = must("plan"), house()
    group = here.store.new_id()
    name = a_name(request.form.get("name", ""), "Give the group a name, such as Thursday evening.")
    here.writer.wait(partial(people_groups.add, group=group, owner=member.id, name=name, at=here.clock()))
    return redirect(url_for("groups.show", group=group), 303)


@groups.get("/<group>")
def show(group: str) -> ResponseReturnValue:
    member, found = _group(group, "see_group")
    with house().store.reading() as conn:
        everyone = staff.everyone(conn)
        sessions = live_sessions.of_groups(conn, [group])
    colleagues = [one for one in everyone if one.id in found.staff]
    others = [one for one in everyone if one.id not in found.staff]
    return draw(
        "staff/group.html",
        title=found.name,
        group=found,
        owns=found.owner == member.id,
        colleagues=sorted(colleagues, key=lambda one: (one.id != found.owner, one.name)),
        others=sorted(others, key=lambda one: one.name),
        sessions=sessions,
        live=house().conductor.rooms,
    )


@groups.post("/<group>/rename")
def rename(group: str) -> ResponseReturnValue:
    _group(group, "change_group")
    name = a_name(request.form.get("name", ""), "Give the group a name, such as Thursday evening.")
    house().writer.wait(partial(people_groups.rename, group=group, name=name))
    return redirect(url_for("groups.show", group=group), 303)


@groups.post("/<group>/share")
def share(group: str) -> ResponseReturnValue:
    """Let a colleague lead this group too: its agendas, its sessions, its records."""
    member, _ = _group(group, "change_group")
    colleague = _colleague(request.form.get("staff", ""))
    _keep(people_groups.share, "group_shared", group, colleague, by=member)
    return redirect(url_for("groups.show", group=group), 303)


@groups.post("/<group>/unshare")
def unshare(group: str) -> ResponseReturnValue:
    member, _ = _group(group, "change_group")
    colleague = _colleague(request.form.get("staff", ""))
    _keep(people_groups.unshare, "group_unshared", group, colleague, by=member)
    return redirect(url_for("groups.show", group=group), 303)


def _keep(
    change: Callable[[Connection, str, str], None], deed: Deed, group: str, colleague: StaffMember, *, by: StaffMember
) -> None:
    now = house().clock()

    def job(conn: Connection) -> None:
        change(conn, group, colleague.id)
        audit_log.append(conn, deed, by=f"staff:{by.id}", at=now, subject=f"staff:{colleague.id}", group=group)

    house().writer.wait(job)


def _group(group: str, action: Action) -> tuple[StaffMember, Group]:
    with house().store.reading() as conn:
        member = must(action, about_group(conn, group))
        found = people_groups.find(conn, group)
    if found is None:
        raise Refused("not_found", "This group is not here any more.")
    return member, found


def _colleague(staff_id: str) -> StaffMember:
    with house().store.reading() as conn:
        found = staff.find(conn, staff_id)
    if found is None:
        raise Refused("not_found", "This colleague has no account here any more.")
    return found
