"""Pages to hand over and to delete for good: a group by its owner, an account by an operator."""

from functools import partial

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from facilitator.errors import Refused
from facilitator.people import groups as people_groups
from facilitator.people import staff
from facilitator.people.groups import Group
from facilitator.people.staff import StaffMember
from facilitator.records import leaving as records_leaving
from facilitator.storage import live_sessions
from facilitator.web.here import house
from facilitator.web.keeping import forgetting, must_be_gone
from facilitator.web.refusals import status_of
from facilitator.web.staff_page import draw
from facilitator.web.who import me

leaving = Blueprint("leaving", __name__, url_prefix="/staff")

_NOT_SURE = Refused("not_sure", "Tick the box first. Deleting cannot be taken back.")


@leaving.get("/groups/<group>/delete")
def ask_about_group(group: str) -> ResponseReturnValue:
    return _group_page(group)


@leaving.post("/groups/<group>/hand-over")
def hand_group_over(group: str) -> ResponseReturnValue:
    """To another facilitator. Whoever gives it leads it on until the new owner says otherwise."""
    by, at = me().id, house().clock()
    to = request.form.get("to", "")[:80]
    try:
        house().writer.wait(partial(records_leaving.hand_over, group=group, to=to, by=f"staff:{by}", at=at, stays=True))
    except Refused as no:
        return _group_page(group, no), status_of(no.why)
    return redirect(url_for("groups.show", group=group), 303)


@leaving.post("/groups/<group>/delete")
def delete_group(group: str) -> ResponseReturnValue:
    """With everything of its sessions. Only when asked in so many words."""
    by, at = f"staff:{me().id}", house().clock()
    try:
        if request.form.get("sure") != "yes":
            raise _NOT_SURE
        must_be_gone(forgetting().let_go(partial(records_leaving.delete_group, group=group, by=by, at=at)))
    except Refused as no:
        if no.why == "left":
            raise
        return _group_page(group, no), status_of(no.why)
    return redirect(url_for("home.home_page"), 303)


@leaving.get("/people/<member>/delete")
def ask_about_account(member: str) -> ResponseReturnValue:
    return _account_page(member)


@leaving.post("/people/<member>/hand-over")
def hand_all_over(member: str) -> ResponseReturnValue:
    """Every group of somebody who leaves, to a colleague and never to oneself."""
    by, at = f"staff:{me().id}", house().clock()
    to = request.form.get("to", "")[:80]
    try:
        house().writer.wait(partial(records_leaving.hand_over_all, member=member, to=to, by=by, at=at))
    except Refused as no:
        return _account_page(member, no), status_of(no.why)
    house().sign_ins.look_again(member)
    return redirect(url_for("leaving.ask_about_account", member=member), 303)


@leaving.post("/people/<member>/delete")
def delete_account(member: str) -> ResponseReturnValue:
    by, at = f"staff:{me().id}", house().clock()
    _member(member)
    try:
        if request.form.get("sure") != "yes":
            raise _NOT_SURE
        looks = house().writer.wait(partial(records_leaving.delete_account, member=member, by=by, at=at))
    except Refused as no:
        return _account_page(member, no), status_of(no.why)
    # Before the files are searched, which takes a while: their tablet may be in the middle of a session.
    house().sign_ins.look_again(member)
    must_be_gone(forgetting().left(frozenset(looks)))
    return redirect(url_for("people.show"), 303)


def _group_page(group: str, no: Refused | None = None) -> str:
    with house().store.reading() as conn:
        found = people_groups.find(conn, group)
        sessions = len(live_sessions.of_groups(conn, [group]))
    if found is None:
        raise Refused("not_found", "This group is not here any more. It may have been deleted.")
    return draw(
        "staff/group_delete.html",
        title="Hand over or delete",
        group=found,
        sessions=sessions,
        heirs=_heirs(found),
        no=no,
    )


def _account_page(member: str, no: Refused | None = None) -> str:
    found = _member(member)
    with house().store.reading() as conn:
        holds = records_leaving.holds(conn, member)
    heirs = [one for one in _facilitators() if one.id not in (member, me().id)]
    return draw("staff/account_delete.html", title="Delete an account", one=found, holds=holds, heirs=heirs, no=no)


def _heirs(group: Group) -> list[StaffMember]:
    return [one for one in _facilitators() if one.id != group.owner]


def _facilitators() -> list[StaffMember]:
    with house().store.reading() as conn:
        everyone = staff.everyone(conn)
    open_ones = [one for one in everyone if "facilitator" in one.roles and not one.closed]
    return sorted(open_ones, key=lambda one: (one.name.casefold(), one.id))


def _member(member: str) -> StaffMember:
    with house().store.reading() as conn:
        found = staff.find(conn, member)
    if found is None:
        raise Refused("not_found", "This person has no account here.")
    return found
