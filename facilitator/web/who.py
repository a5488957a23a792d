"""Who of the staff asks, and whether they may. `rights.py` asks at every door, a page about what it finds."""

from flask import g

from facilitator.errors import Refused
from facilitator.people import authority
from facilitator.people.authority import Action, Actor, ClinicTablet, Nobody, Seat, Subject
from facilitator.people.staff import StaffMember
from facilitator.web import cookies
from facilitator.web.here import house

_STEP_FIRST = Refused("step_first", "Keeping accounts needs a second step. Set it up on the page of your account.")
_NOTHING_BEFORE_IT = Refused("owes_step", "Here everyone needs a second step of signing in. Set it up first.")


def someone() -> StaffMember | None:
    """Whoever is signed in with this browser."""
    if "staff_member" not in g:
        token = cookies.read("staff")
        g.staff_member = house().sign_ins.who(token) if token else None
    found: StaffMember | None = g.staff_member
    return found


def me() -> StaffMember:
    """Raises `Refused("sign_in", …)` if nobody is signed in."""
    found = someone()
    if found is None:
        raise Refused("sign_in", "Please sign in first.")
    return found


def seated() -> tuple[str, str] | None:
    """(live session, seat) of this phone."""
    ticket = cookies.read("seat")
    return house().joining.seat_of(ticket) if ticket else None


def staff_or_nobody() -> Actor:
    member = someone()
    return Nobody() if member is None else member.actor


def phone_or_nobody() -> Actor:
    place = seated()
    return Nobody() if place is None else Seat(place[1], place[0])


def tablet_or_nobody() -> Actor:
    room = house().passing_round.room_of(cookies.read("tablet"))
    return Nobody() if room is None else ClinicTablet(room.id)


def may(action: Action, subject: Subject = None) -> bool:
    """Whether whoever is signed in may do this: to draw a page without what they may not."""
    return authority.may(staff_or_nobody(), action, subject)


def must(action: Action, subject: Subject = None) -> StaffMember:
    """Whoever is signed in, if they may do this.

    Raises `Refused` (`sign_in`, `not_yours`, `step_first`, `owes_step`).
    """
    member = me()
    if member.owes_second_step and not member.roles:
        if action == "have_account":
            return member
        raise _NOTHING_BEFORE_IT
    if member.owes_second_step and action in authority.KEEPS_THE_HOUSE:
        raise _STEP_FIRST
    authority.must(member.actor, action, subject)
    return member
