"""Where staff begin: what is live now, their groups, tonight's agendas, what has been."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from facilitator.people import groups as people_groups
from facilitator.people import staff
from facilitator.storage import agendas, live_sessions
from facilitator.web.here import house
from facilitator.web.staff_page import draw
from facilitator.web.who import must

home = Blueprint("home", __name__)

RECENT = 12


@home.get("/staff/")
def home_page() -> ResponseReturnValue:
    member = must("plan")
    with house().store.reading() as conn:
        mine = people_groups.of_staff(conn, member.id)
        sessions = live_sessions.of_groups(conn, [group.id for group in mine])
        plans = agendas.of_staff(conn, member.id, [group.id for group in mine])
        names = {one.id: one.name for one in staff.everyone(conn)}
    return draw(
        "staff/home.html",
        title="Home",
        groups=mine,
        group_names={group.id: group.name for group in mine},
        staff_names=names,
        live=[each for each in sessions if each.id in house().conductor.rooms],
        recent=[each for each in sessions if each.phase == "ended"][:RECENT],
        plans=[plan for plan in plans if not plan.is_template],
        templates=[plan for plan in plans if plan.is_template],
        problems=house().library.snapshot().problems,
        shelf=house().library.snapshot(),
    )
