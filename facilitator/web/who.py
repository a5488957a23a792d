"""Who of the staff asks, and whether they may. Every staff page begins here."""

from flask import g

from facilitator.errors import Refused
from facilitator.people.authority import Action, Staff, Subject
from facilitator.people.authority import must as authority_must
from facilitator.people.staff import StaffMember
from facilitator.web import cookies
from facilitator.web.here import house


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


def somebody_is_here() -> None:
    """Before every page of staff: whoever is not signed in learns nothing, not even what there is."""
    me()


def must(action: Action, subject: Subject = None) -> StaffMember:
    """Whoever is signed in, if they may do this. Raises `Refused` (`sign_in`, `not_yours`)."""
    member = me()
    authority_must(Staff(member.id), action, subject)
    return member
