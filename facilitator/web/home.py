"""Where staff begin: what is live now, their groups, tonight's agendas, what has been; no more than they may see."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from facilitator.people import authority
from facilitator.people import groups as people_groups
from facilitator.people.groups import Group
from facilitator.people.staff import StaffMember
from facilitator.people.subjects import about
from facilitator.storage import agendas, live_sessions
from facilitator.web.here import house
from facilitator.web.staff_page import draw
from facilitator.web.who import may, must

home = Blueprint("home", __name__)

RECENT = 12


@home.get("/staff/")
def home_page() -> ResponseReturnValue:
    member = must("see_home")
    with house().store.reading() as conn:
        mine = [group for group in people_groups.of_staff(conn, member.id) if _may(member, "see_group", group)]
        leads = [group for group in mine if _may(member, "open_live_session", group)]
        sessions = live_sessions.of_groups(conn, [group.id for group in mine])
        plans = agendas.of_staff(conn, member.id, [group.id for group in leads]) if may("make_plan") else []
    led = {group.id for group in leads}
    rooms = house().conductor.rooms
    shelf = house().library.snapshot()
    return draw(
        "staff/home.html",
        title="Home",
        groups=mine,
        leads=leads,
        group_names={group.id: group.name for group in mine},
        live=[each for each in sessions if each.id in rooms and each.group in led],
        recent=[each for each in sessions if each.phase == "ended"][:RECENT],
        plans=[plan for plan in plans if not plan.is_template],
        templates=[plan for plan in plans if plan.is_template],
        problems=shelf.problems if may("see_library") else (),
    )


def _may(member: StaffMember, action: authority.Action, group: Group) -> bool:
    return authority.may(member.actor, action, about(group))
