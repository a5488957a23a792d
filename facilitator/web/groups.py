"""Groups: making one, naming it, and saying which colleagues lead it too, and which read its record."""

from collections.abc import Callable, Iterable, Set
from functools import partial

from flask import Blueprint, Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from facilitator.errors import Refused
from facilitator.people import groups as people_groups
from facilitator.people import staff
from facilitator.people.authority import Action, Role
from facilitator.people.groups import Group
from facilitator.people.staff import StaffMember
from facilitator.people.subjects import about, about_group
from facilitator.records.attendance_list import attendance_list, sessions_of
from facilitator.records.spreadsheet import as_csv
from facilitator.storage import audit_log, live_sessions
from facilitator.storage.audit_log import Deed
from facilitator.web.here import house
from facilitator.web.keeping import the_notice, why_no_export
from facilitator.web.staff_page import draw
from facilitator.web.typed import a_name
from facilitator.web.who import may, must

groups = Blueprint("groups", __name__, url_prefix="/staff/groups")

_MAY_LEAD: frozenset[Role] = frozenset({"facilitator", "co_facilitator"})


@groups.post("")
def make() -> ResponseReturnValue:
    member, here = must("make_group"), house()
    group = here.store.new_id()
    name = a_name(request.form.get("name", ""), "Give the group a name, such as Thursday evening.")
    here.writer.wait(partial(people_groups.add, group=group, owner=member.id, name=name, at=here.clock()))
    return redirect(url_for("groups.show", group=group), 303)


@groups.get("/<group>")
def show(group: str) -> ResponseReturnValue:
    _, found = _group(group, "see_group")
    with house().store.reading() as conn:
        everyone = staff.everyone(conn)
        sessions = live_sessions.of_groups(conn, [group])
    colleagues = [one for one in everyone if one.id in found.staff]
    others = [one for one in everyone if one.id not in found.staff | found.supervisors and not one.closed]
    return draw(
        "staff/group.html",
        title=found.name,
        group=found,
        owns=may("change_group", about(found)),
        leads=may("open_live_session", about(found)),
        colleagues=sorted(colleagues, key=lambda one: (one.id != found.owner, one.name)),
        supervisors=_by_name(one for one in everyone if one.id in found.supervisors),
        can_lead=_by_name(one for one in others if one.roles & _MAY_LEAD),
        can_supervise=_by_name(one for one in others if "supervisor" in one.roles),
        sessions=sessions,
        no_export=why_no_export(),
        live=house().conductor.rooms,
    )


@groups.get("/<group>/attendance.csv")
def attendance(group: str) -> ResponseReturnValue:
    """Who was there and for how long, for a spreadsheet. Each session counts as exported, by whoever asks."""
    member, _ = _group(group, "export_attendance")
    here, notice, at = house(), the_notice(), house().clock()
    with here.store.reading() as conn:
        sessions = sessions_of(conn, group)
        text = as_csv(attendance_list(conn, sessions, here.opening.surroundings, here.config.zone, notice))

    def job(conn: Connection) -> None:
        for session in sessions:
            audit_log.append(conn, "record_exported", by=f"staff:{member.id}", at=at, subject=f"live_session:{session}")

    here.writer.wait(job)
    response = Response(text, mimetype="text/csv")
    response.headers["Content-Disposition"] = 'attachment; filename="attendance.csv"'
    return response


@groups.post("/<group>/rename")
def rename(group: str) -> ResponseReturnValue:
    _group(group, "change_group")
    name = a_name(request.form.get("name", ""), "Give the group a name, such as Thursday evening.")
    house().writer.wait(partial(people_groups.rename, group=group, name=name))
    return redirect(url_for("groups.show", group=group), 303)


@groups.post("/<group>/share")
def share(group: str) -> ResponseReturnValue:
    """Let a colleague lead this group too (its plans, its sessions, its record), or read its record (`as`)."""
    member, _ = _group(group, "change_group")
    colleague = _colleague(request.form.get("staff", ""))
    if request.form.get("as") == "supervisor":
        _check_role(colleague, {"supervisor"})
        _keep(people_groups.supervise, "group_supervised", group, colleague, by=member)
    else:
        _check_role(colleague, _MAY_LEAD)
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
    # A colleague whose tablet is in this group's session may have to leave it.
    house().sign_ins.look_again(colleague.id)


def _check_role(colleague: StaffMember, wanted: Set[Role]) -> None:
    if colleague.closed or not colleague.roles & wanted:
        raise Refused("no_role", "This colleague does not do that here. An operator can change it.")


def _by_name(some: Iterable[StaffMember]) -> list[StaffMember]:
    return sorted(some, key=lambda one: one.name.casefold())


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
